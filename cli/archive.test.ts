import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSample } from '#platform'
import { atPlatform, folderForTests } from '../test/installation.ts'
import { omamoriHere } from '../test/running.ts'

it('the kinds of documents are shown with the law, how sure we are, and who signs', async () => {
  const { code, stdout } = await omamoriHere('archive', 'kinds')
  expect(code).toBe(0)
  expect(stdout).toContain('処方箋（prescription）\n')
  expect(stdout).toContain('  署名（法令）: 医師・歯科医師\n')
  const json = await omamoriHere('archive', 'kinds', '--json')
  expect(JSON.parse(json.stdout)).toMatchObject({ version: '2026-11-22', kinds: expect.any(Array) })
})

it('a kind, a start or a type of facility that nobody knows is refused', async () => {
  const codeOf = async (...words: string[]) => (await omamoriHere('archive', 'period', ...words)).code
  expect(await codeOf('診療日記')).toBe(2)
  expect(await codeOf('診療録', '--start', 'birth=R3.3.31')).toBe(2)
  expect(await codeOf('診療録', '--start', 'completion=R3.2.30')).toBe(2)
  expect(await codeOf('診療録', '--facility-type', 'hospitl')).toBe(2)
})

it('until when a document is kept is worked out with its reason', async () => {
  const ended = await omamoriHere('archive', 'period', '診療録', '--start', 'completion=R3.3.31')
  expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('保存期間は令和8年3月31日に終わりました。') })
  const open = await omamoriHere('archive', 'period', 'medical-record', '--json')
  expect(open.code).toBe(1)
  expect(JSON.parse(open.stdout)).toMatchObject({ kind: 'medical-record', state: 'open' })
})

it('the periods as the facility keeps them are shown and printed; while a kind has no end, the command ends with 1', async () => {
  const data = join(folderForTests(), 'data')
  await atPlatform({ data }, async (platform) => void (await openSample(platform, 'hospital')))
  const pdf = join(data, '保存期間.pdf')
  const { code, stdout } = await omamoriHere('archive', 'retention', '--data', data, '--pdf', pdf)
  expect(code).toBe(1)
  expect(stdout).toContain('同意書\n  定めがない。')
  expect(stdout).toContain(
    '検査結果\n  2年（起算日の定めを確かめていない）  医療法21条・22条と施行規則（病院）［条文は未確認］\n',
  )
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
})
