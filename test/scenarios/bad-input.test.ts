import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { atPlatform, firstRun, folderForTests } from '../installation.ts'
import { omamori, omamoriHere, type Ran } from '../running.ts'

const base = folderForTests()
const data = join(base, 'data')
let facilityId = ''
beforeAll(async () => {
  const { administrator } = await atPlatform({ data }, firstRun)
  facilityId = administrator.facilityId
})

const head = 'format: omamori-facility@1\nasOf: 2026-11-22\nprofile:\n  name: みほん診療所\n'
const aliases = Array.from({ length: 9 }, (_, level) => `  a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}]`)

/** What is written, what is said of it in Japanese, and in English. */
const files: readonly (readonly [string, string | Uint8Array, string, string])[] = [
  ['is empty', '', 'ファイルに何も書かれていません。', 'The file is empty.'],
  ['is broken YAML', `${head}terminals:\n  - id: t-1\n   name: 受付\n`, '（7行目）|7行目', 'line 7'],
  ['does not close a quote', `${head}information:\n  - id: "charts\n`, '閉じていません', 'is not closed'],
  ['is indented by tabs', `${head}mail:\n\texecutables: forbidden\n`, '字下げにタブがあります', 'A tab is used'],
  ['has full-width colons', `${head}mail：\n`, '全角の「：」', 'full-width colon'],
  [
    'is in Shift_JIS',
    Uint8Array.of(0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0x82, 0xdd, 0x82, 0xd9, 0x82, 0xf1, 0x0a),
    'Shift_JIS',
    'Shift_JIS',
  ],
  [
    'is a picture',
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff),
    '文字として読めません|文字コード',
    'UTF-8',
  ],
  [
    'has a name of 10,000 letters',
    head.replace('みほん診療所', 'み'.repeat(10_000)),
    '長すぎます.*10000文字',
    'too long.*10000',
  ],
  [
    'asks a question that nobody asks',
    `${head}practices:\n  usesWirelesLan: true\n`,
    'usesWirelesLan（6行目）.*usesWirelessLan',
    'usesWirelesLan \\(line 6\\).*usesWirelessLan',
  ],
  [
    'has a member that nobody knows',
    `${head}terminals:\n  - id: t-1\n    name: 受付\n    colour: red\n`,
    'colour（8行目）: この項目はありません',
    'colour \\(line 8\\): There is no such member',
  ],
  [
    'points to somebody who is not there',
    `${head}terminals:\n  - id: t-1\n    name: 受付\n    ownerId: p-99\n`,
    'p-99',
    'p-99',
  ],
  [
    'is an alias bomb',
    `${head}x:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n${aliases.join('\n')}\n`,
    '「\\*」の参照|入れ子が深すぎます',
    'alias|nested',
  ],
  [
    'is nested a thousand deep',
    `${head}x: ${'['.repeat(1000)}${']'.repeat(1000)}\n`,
    '入れ子が深すぎます',
    'nested too deeply',
  ],
  [
    'brings tags that make things',
    `${head}x: !!js/function 'function () { process.exit(0) }'\n`,
    '「!」で始まるタグ',
    'Tags that begin with',
  ],
  ['is of a newer form', head.replace('@1', '@2'), '新しい版の形式', 'newer than this Omamori'],
  ['is something else', 'openapi: 3.1.0\n', '施設の記述|必ず書く項目', 'facility file|has to be there'],
  ['holds two documents', `${head}---\n${head}`, '複数の文書', 'several documents'],
  ['hides control characters', `${head.replace('みほん診療所', '"み\\u0007"')}`, '制御文字', 'control characters'],
]

/** Clear, in the language, without anything of the inside, and with the exit code of wrong use. */
function expectRefused({ code, stdout, stderr }: Ran, words: string): void {
  expect(stderr).toMatch(new RegExp(words))
  expect(stderr).not.toMatch(/^\s+at |node:|Error:|undefined|\[object/m)
  expect([code, stdout]).toEqual([2, ''])
}

describe.each(files)('a facility file that %s', (name, content, ja, en) => {
  const file = join(base, `${name.replaceAll(/\W+/g, '-')}.yaml`)
  beforeAll(() => writeFileSync(file, content))

  it('is refused by `assess` with what is wrong and where, in both languages', async () => {
    expectRefused(await omamoriHere('assess', '--facility', file), `^${file} に直すところが \\d+ か所あります`)
    expectRefused(await omamoriHere('assess', '--facility', file), ja)
    expectRefused(await omamoriHere('assess', '--facility', file, '--lang', 'en'), en)
  })

  it('is refused by `import --apply`, and nothing of it is kept', async () => {
    expectRefused(await omamoriHere('import', '--data', data, '--facility', file, '--apply'), ja)
    await atPlatform({ data, onlyReading: true }, async ({ registry, journal }) => {
      const caller = consoleCaller(facilityId)
      expect((await registry.loadFacility(caller)).profile).toEqual({ name: 'みほん診療所' })
      expect((await journal.read(caller, { act: 'registry.' }, {})).entries).toEqual([])
    })
  })
})

describe('what is not there', () => {
  const folder = join(base, 'folder')
  beforeAll(() => mkdirSync(folder))

  it.each([
    [['assess', '--facility', join(base, 'nowhere.yaml')], 'nowhere.yaml', 'nowhere.yaml'],
    [['assess', '--facility', folder], 'folder', 'folder'],
    [['import', '--data', data, '--facility', join(base, 'nowhere.yaml')], 'nowhere.yaml', 'nowhere.yaml'],
    [['export', '--data', join(base, 'no-data')], 'no-data', 'no-data'],
    [['ledger', 'verify', '--data', join(base, 'no-data')], 'no-data', 'no-data'],
    [['guideline', '--id', '9.9.C-99'], '9.9.C-99', '9.9.C-99'],
    [['user', 'reset', '--data', data, '--login', 'nobody', '--checked', '見た'], 'nobody', 'nobody'],
  ])('is named: omamori %s', async (words, ja, en) => {
    expectRefused(await omamoriHere(...words), `[ぁ-ん].*${ja}|${ja}.*[ぁ-ん]`)
    expectRefused(await omamoriHere(...words, '--lang', 'en'), en)
  })
})

describe('wrong use', () => {
  it.each([
    [['assess'], '--facility'],
    [['import', '--data', data], '--facility'],
    [['export'], '--data'],
    [['ledger', 'verify'], '--data'],
    [['serve'], '--data'],
    [['serve', '--data', data, '--port', '99999'], '99999'],
    [['serve', '--data', data, '--port', 'web'], 'web'],
    [['assess', '--facility', 'x', '--verbose'], '--verbose'],
    [['asess'], 'asess'],
    [['assess', '--facility', join(base, 'is-empty.yaml'), '--on', 'tomorrow'], 'ファイルに|tomorrow'],
    [['user', 'invite', '--data', data, '--login', 'hanako', '--name', '見本', '--role', 'king'], '--role'],
    [['user', 'invite', '--data', data, '--login', 'a', '--name', '見本', '--role', 'king'], '--login'],
  ])('says what was wrong: omamori %s', async (words, named) => {
    expectRefused(await omamoriHere(...words), named)
  })

  it('ends a program of its own with 2 as well, and says it on the error stream', async () => {
    expectRefused(await omamori('assess', '--facility', join(base, 'nowhere.yaml')), 'nowhere.yaml')
  })
})
