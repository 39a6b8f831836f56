import { describe, expect, test } from 'vitest'
import type { StoredValue } from '../facility/facility.ts'
import type { Kept, KeptKind } from '../kept.ts'
import { kindOf } from '../kept.ts'
import { sayIssue } from '../words/issue.ts'
import { columnsOf } from '../workbook/columns.ts'
import { readTable, type Table } from './read-table.ts'

const kept = (kind: KeptKind, id: string, body: StoredValue): Kept => ({
  kind,
  id,
  position: 0,
  body: { id, ...body },
  confirmedOn: '2026-11-01',
  uid: id,
  version: 1,
  updatedAt: '2026-11-01T00:00:00.000Z',
  updatedBy: 'account-1',
})
const taro = kept('person', 'p-01', { name: '見本 ﾀﾛｳ' })
const emr = kept('system', 'emr', { name: '電子カルテ', hosting: 'cloud', ownerId: 'p-01' })
const all = [taro, emr]

const table = (columns: readonly string[], rows: readonly string[][], more: Partial<Table> = {}): Table => ({
  kind: 'system',
  rows,
  columns: columns.map((path) => columnsOf(kindOf('system')).find((column) => column.path === path)),
  targets: ['emr'],
  from: 3,
  blanks: 'keep',
  ...more,
})
const said = (read: Table, among: readonly Kept[] = all) =>
  readTable(read, among).issues.map((issue) => sayIssue(issue, 'ja'))

describe('a table laid on the registry', () => {
  test('fills fields row by row, and what goes on beyond the end is new', () => {
    const { rows, issues, unchanged } = readTable(
      table(
        ['name', 'hosting', 'ownerId'],
        [
          ['電子カルテ', '院内', ''],
          ['画像', 'cloud', '見本 タロウ'],
          ['', '', ''],
        ],
      ),
      all,
    )
    expect(issues).toEqual([])
    expect(unchanged).toBe(0)
    expect(rows.map(({ row, id, before, changes }) => ({ row, id, isNew: before === undefined, changes }))).toEqual([
      { row: 3, id: 'emr', isNew: false, changes: [{ field: 'hosting', before: 'cloud', after: 'on-premises' }] },
      {
        row: 4,
        id: 'system-01',
        isNew: true,
        changes: [
          { field: 'id', before: undefined, after: 'system-01' },
          { field: 'name', before: undefined, after: '画像' },
          { field: 'hosting', before: undefined, after: 'cloud' },
          { field: 'ownerId', before: undefined, after: 'p-01' },
        ],
      },
    ])
  })

  test.each([
    ['R8.11.22'],
    ['令和8年11月22日'],
    ['令和8/11/22'],
    ['2026-11-22'],
    ['２０２６／１１／２２'],
    ['20261122'],
    ['46348'],
    ['2026/11/22 0:00'],
  ])('the day %s is 2026-11-22', (text) => {
    const { rows } = readTable(table(['introducedOn'], [[text]]), all)
    expect(rows[0]?.item.introducedOn).toBe('2026-11-22')
  })

  test.each([
    ['はい', true],
    ['○', true],
    ['TRUE', true],
    ['有', true],
    ['いいえ', false],
    ['×', false],
    ['no', false],
  ])('%s answers a question', (text, answer) => {
    const { rows } = readTable(table(['runsInFiscal2027'], [[text]]), all)
    expect(rows[0]?.item.runsInFiscal2027).toBe(answer)
  })

  test('figures may be of full width and have commas; words of a choice may be English or half-width', () => {
    const { rows, issues } = readTable(
      table(['passwordPolicy.minLength', 'access.activeLeaverAccounts', 'hosting'], [['１３', '1,200', 'ｸﾗｳﾄﾞ']]),
      all,
    )
    expect(issues).toEqual([])
    expect(rows[0]?.item).toMatchObject({ passwordPolicy: { minLength: 13 }, access: { activeLeaverAccounts: 1200 } })
  })

  test('a text that begins like a formula stays the text it is', () => {
    const { rows } = readTable(table(['name'], [["=cmd|'/C calc'!A0"]]), all)
    expect(rows[0]?.item.name).toBe("=cmd|'/C calc'!A0")
  })

  test('blanks of joined cells leave what is known; asked to clear, they do', () => {
    const blank = table(['hosting', 'ownerId'], [['', '']])
    expect(readTable(blank, all)).toMatchObject({ rows: [], unchanged: 1 })
    const cleared = readTable({ ...blank, blanks: 'clear' }, all)
    expect(cleared.rows[0]?.changes.map(({ field, after }) => [field, after])).toEqual([
      ['hosting', undefined],
      ['ownerId', undefined],
    ])
  })

  test('every wrong cell is named by row and column, with what was expected', () => {
    expect(
      said(
        table(
          ['passwordPolicy.minLength', 'introducedOn', 'ownerId', 'name'],
          [
            ['十三', '2026-02-30', '例題 一郎', 'あ'.repeat(121)],
            ['257', '', '', ''],
          ],
        ),
      ),
    ).toEqual([
      expect.stringMatching(
        /^3行目「あ+」（パスワードの決まり › 最小の文字数）: 0から256までの整数（文字）を書いてください。"十三" とあります。$/,
      ),
      expect.stringMatching(/^3行目「あ+」（入れた日・更新した日）: .*暦にある日で/),
      expect.stringMatching(/^3行目「あ+」（責任者）: 番号（id）の先が見つかりません。台帳にある担当者の番号か名前/),
      expect.stringMatching(/^3行目「あ+」（名前）: 長すぎます。/),
      '4行目（名前）: 必ず書く項目です。120文字までの文字で書いてください。',
      expect.stringMatching(/^4行目（パスワードの決まり › 最小の文字数）: 0から256までの整数/),
    ])
  })

  test('an id is never another one, and none is given twice', () => {
    expect(said(table(['id'], [['pacs']]))).toEqual([
      '3行目「電子カルテ」: 番号はあとから変えられません。いまの番号のままにするか、空けてください。"pacs" とあります。',
    ])
    expect(
      said(
        table(
          ['id', 'name'],
          [
            ['emr', '電子カルテ'],
            ['emr', '別のもの'],
          ],
        ),
      ),
    ).toEqual(['4行目「別のもの」: 同じ番号（id）が前にもあります。"emr" とあります。'])
  })

  test('cells beyond the last column are not lost unseen', () => {
    expect(
      said(
        table(
          ['name'],
          [
            ['電子カルテ', ''],
            ['画像', '余り'],
          ],
        ),
      ),
    ).toEqual([expect.stringMatching(/^4行目: この列は何の列か分かりません。.*"余り" とあります。$/)])
  })

  test('a row may name the one above it, which is as new as itself', () => {
    const network = kept('network', 'lan', { name: '院内' })
    const rows = [
      ['院内2', 'しない'],
      ['', ''],
    ]
    expect(said(table(['name', 'passwordPolicy.maxAgeDays'], rows), [...all, network])).toEqual([])
  })

  test('without targets a row says by its id which item it is', () => {
    const { rows } = readTable(
      table(
        ['id', 'hosting'],
        [
          ['emr', '院内'],
          ['', ''],
          ['new-one', ''],
        ],
        { targets: undefined, from: 2 },
      ),
      all,
    )
    expect(rows.map(({ row, id, before }) => [row, id, before?.id])).toEqual([
      [2, 'emr', 'emr'],
      [4, 'new-one', undefined],
    ])
  })

  test('more items than a kind may have are refused', () => {
    const many = Array.from({ length: 5000 }, (_, index) => [`見本${index}`])
    const { issues, rows } = readTable(table(['name'], many, { targets: [] }), all)
    expect(issues.map(({ code }) => code)).toEqual(['too-many'])
    expect(rows.at(-1)?.id).toBe('system-5000')
  })
})
