import { expect, test } from 'vitest'
import { sayIssue } from '../words/issue.ts'
import { readFacilityWorkbook } from './read.ts'
import { beforeSites, clinic, columnOf, filledIn, tampered } from './testing-workbooks.ts'
import type { CellValue } from './workbook.ts'

const system = (path: string, row = 5) => `${columnOf('システム', path)}${row}`

async function said(changes: Parameters<typeof filledIn>[0], language: 'ja' | 'en' = 'ja') {
  const read = await readFacilityWorkbook(await filledIn(changes), ['usesWirelessLan', 'usesIotDevices'])
  return read.ok ? [] : read.issues.map((issue) => sayIssue(issue, language))
}

async function systemWith(cells: Readonly<Record<string, CellValue>>) {
  const read = await readFacilityWorkbook(await filledIn({ システム: cells }))
  return read.ok ? read.facility.systems?.[0] : read.issues
}

test('every wrong cell is said at once, with sheet, cell, and what to write', async () => {
  const found = await said({
    システム: {
      [system('passwordPolicy.minLength')]: '十三',
      [system('hosting')]: '外',
      [system('ownerId')]: '例題 一郎',
    },
    端末: { A5: 't-01', B5: '受付の端末', [`${columnOf('端末', 'units')}5`]: 1.5 },
  })
  expect(found).toEqual([
    expect.stringMatching(
      /^「システム」の表 \w+5（置き場所）: 次から1つを選んでください: 院内、クラウド。"外" とあります。$/,
    ),
    expect.stringMatching(
      /（責任者）: .*この書類にある担当者の番号か名前（いなければ「決まっていない」）を.*"例題 一郎"/,
    ),
    expect.stringMatching(/（パスワードの決まり › 最小の文字数）: 0から256までの整数（文字）を書いてください。"十三"/),
    expect.stringMatching(/^「端末」の表 \w+5（台数）: 0から100,000までの整数（台）を書いてください。1.5 /),
  ])
})

test('what the sheets say is said in English too', async () => {
  expect(await said({ システム: { [system('hosting')]: '外' } }, 'en')).toEqual([
    expect.stringMatching(/^sheet システム, \w+5 \(Hosting\): Choose one: 院内 \(on the premises\), .*It says "外"\.$/),
  ])
})

test.each([
  ['a real day', { day: '2026-11-22' }],
  ['R8.11.22', 'R8.11.22'],
  ['令和8年11月22日', '令和８年１１月２２日'],
  ['2026/11/22', '2026/11/22'],
  ['20261122', 20261122],
])('a day written as %s is that day', async (_, written) => {
  expect(await systemWith({ [system('introducedOn')]: written })).toMatchObject({ introducedOn: '2026-11-22' })
})

test('a day that is not in the calendar is refused with its cell', async () => {
  expect(await said({ システム: { [system('introducedOn')]: 'R8.2.30' } })).toEqual([
    expect.stringMatching(/（入れた日・更新した日）: 2026\/11\/22、R8.11.22、.*"R8.2.30" とあります。$/),
  ])
})

test('half-width kana, full-width figures and letters of either case mean the same', async () => {
  const cells = {
    [system('hosting')]: 'ｸﾗｳﾄﾞ',
    [system('passwordPolicy.minLength')]: '１３',
    [system('passwordPolicy.maxAgeDays')]: 'しない',
    [system('passwordPolicy.mixedCharacters')]: 'ﾊｲ'.replace('ﾊｲ', 'はい '),
    [system('passwordPolicy.deniesGuessable')]: 'TRUE',
    [system('authentication.factors')]: '記憶(ﾊﾟｽﾜｰﾄﾞ・暗証番号)、biometric',
  }
  expect(await systemWith(cells)).toMatchObject({
    hosting: 'cloud',
    passwordPolicy: { minLength: 13, maxAgeDays: 'never', mixedCharacters: true, deniesGuessable: true },
    authentication: { factors: ['knowledge', 'biometric'] },
  })
})

test('whom a fact names may be written as id, as name or as chosen from the list', async () => {
  for (const written of ['p-01', '見本 太郎', '見本　太郎', 'p-01 見本 太郎', 'p-01 旧姓 太郎']) {
    expect(await systemWith({ [system('ownerId')]: written })).toMatchObject({ ownerId: 'p-01' })
  }
  expect(await systemWith({ [system('ownerId')]: '決まっていない' })).toMatchObject({ ownerId: 'none' })
})

test('a name that two have is refused, and the id is asked for', async () => {
  const twice = { 担当者: { A6: 'p-02', B6: '見本　太郎' }, システム: { [system('ownerId')]: '見本 太郎' } }
  expect(await said(twice)).toEqual([expect.stringMatching(/（責任者）: 同じ名前のものが2つ以上あります。番号で/)])
})

test('a row without an id gets the next one, and can be named from elsewhere', async () => {
  const bytes = await filledIn({ 担当者: { B6: '例題 一郎' }, システム: { [system('ownerId')]: '例題 一郎' } })
  const read = await readFacilityWorkbook(bytes)
  expect(read.ok && read.facility.persons?.map(({ id }) => id)).toEqual(['p-01', 'p-02'])
  expect(read.ok && read.facility.systems?.[0]?.ownerId).toBe('p-02')
})

test('a number where text belongs is refused, because its first noughts may be lost', async () => {
  expect(await said({ 担当者: { [`${columnOf('担当者', 'phone')}5`]: 980_000_001 } })).toEqual([
    expect.stringMatching(/^「担当者」の表 \w+5（電話）: 文字の欄に、数や日付として入っています。/),
  ])
})

test('renamed headers do not matter; a column without a name does', async () => {
  expect(await said({ システム: { B4: '呼び名' } })).toEqual([])
  expect(await said({ システム: { CZ5: 'メモ' } })).toEqual([expect.stringMatching(/^「システム」の表 CZ: この列は/)])
  expect(await said({ システム: { [system('hosting', 3)]: 'hostin' } })).toEqual([
    expect.stringMatching(/^「システム」の表 \w+3: この項目はありません。「hosting」ではありませんか。/),
  ])
})

test('facts of the file as a whole keep their cells: ids twice, questions nobody asked, names too long', async () => {
  const found = await said({
    システム: { A6: 'emr', B6: '別のもの' },
    適用の質問: { A5: 'usesWirelesLan', C5: 'はい' },
  })
  expect(found).toEqual([
    expect.stringMatching(/^「適用の質問」の表 C5: この質問はありません。/),
    expect.stringMatching(/^「システム」の表 A6: 同じ番号（id）が前にもあります。/),
  ])
  expect(await said({ システム: { B5: 'あ'.repeat(121) } })).toEqual([
    expect.stringMatching(/^「システム」の表 B5（名前）: 長すぎます。/),
  ])
})

test('blank cells and cells of spaces are unknown', async () => {
  expect(await systemWith({ [system('ownerId')]: ' ', [system('passwordPolicy.minLength')]: '　' })).toEqual({
    id: 'emr',
    name: '電子カルテ',
  })
})

test('a workbook of a later format says so', async () => {
  expect(await said({ はじめに: { C5: 'omamori-workbook@2' } })).toEqual([
    expect.stringMatching(/^「はじめに」の表 C5（書類の形）: このお守りより新しい版の形式です。/),
  ])
})

test('the sample mark comes back, and stands on every sheet', async () => {
  const read = await readFacilityWorkbook(await filledIn({}, { ...clinic, sample: true }))
  expect(read.ok && read.facility.sample).toBe(true)
})

test("last year's workbook, which knows no sites, is read as it was", async () => {
  expect(await readFacilityWorkbook(await beforeSites())).toEqual({ ok: true, facility: clinic })
})

test("this year's workbook from which the sheet of the sites was taken out is not taken for last year's", async () => {
  const bytes = await tampered((parts) => {
    const book = String(parts.get('xl/workbook.xml'))
    parts.set('xl/workbook.xml', Buffer.from(book.replace('name="拠点"', 'name="拠点の写し"')))
  })
  const read = await readFacilityWorkbook(bytes)
  expect(read.ok ? [] : read.issues.map(({ code, cell }) => [code, cell])).toEqual([
    ['unknown-sheet', { sheet: '拠点の写し' }],
    ['missing-sheet', { sheet: '拠点' }],
  ])
})
