import { expect, test } from 'vitest'
import { sayIssue } from '../words/issue.ts'
import { pack } from './pack.ts'
import { readFacilityWorkbook } from './read.ts'
import { bomb, columnOf, filledIn, rewrittenSheet, tampered } from './testing-workbooks.ts'

async function said(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readFacilityWorkbook(bytes)
  return read.ok ? [] : read.issues.map((issue) => sayIssue(issue, 'ja'))
}

async function codes(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readFacilityWorkbook(bytes)
  return read.ok ? [] : read.issues.map(({ code }) => code)
}

const encoder = new TextEncoder()

/** Out of its folder: a name that no honest program writes. */
const renamed = (zip: Buffer) => Buffer.from(zip.toString('latin1').replaceAll('xx/xx/', '../../'), 'latin1')

test('a part that unpacks to a thousand times its size is refused before it is unpacked', async () => {
  expect(await codes(await bomb(40_000_000))).toEqual(['unpacks-too-large'])
})

test('a part that lies about its size is not unpacked beyond what it said', async () => {
  expect(await codes(await bomb(40_000_000, false))).toEqual(['damaged-workbook'])
})

test('ten thousand parts are refused by their number', async () => {
  const parts = new Map(Array.from({ length: 10_000 }, (_, index) => [`xl/media/${index}.png`, encoder.encode('x')]))
  expect(await said(await pack(parts))).toEqual(['多すぎます。300までです。10000件あります。'])
})

test('files that only have the name of a workbook are refused for what they are', async () => {
  expect(await codes(encoder.encode('%PDF-1.7\n%…'))).toEqual(['not-a-workbook'])
  // 番号,名前 in Shift_JIS.
  expect(await codes(new Uint8Array([0x94, 0xd4, 0x8d, 0x86, 0x2c, 0x96, 0xbc, 0x91, 0x4f]))).toEqual([
    'not-a-workbook',
  ])
  expect(await codes(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toEqual(['old-workbook'])
  expect(await codes(new Uint8Array())).toEqual(['empty'])
  expect(await codes(new Uint8Array(6_000_000))).toEqual(['too-large'])
})

test('a workbook that breaks off anywhere is damaged, never half read', async () => {
  const whole = await filledIn({})
  for (const part of [0.1, 0.5, 0.9, 0.999]) {
    expect(await codes(whole.subarray(0, Math.floor(whole.length * part)))).toEqual(['damaged-workbook'])
  }
})

test('a zip of something else is not a workbook', async () => {
  expect(await codes(await pack(new Map([['word/document.xml', encoder.encode('<x/>')]])))).toEqual(['not-a-workbook'])
  expect(await codes(renamed(await pack(new Map([['xx/xx/etc/passwd', encoder.encode('x')]]))))).toEqual([
    'damaged-workbook',
  ])
})

test('macros and links to other files are refused', async () => {
  expect(await codes(await tampered((parts) => parts.set('xl/vbaProject.bin', Buffer.from('x'))))).toEqual(['macro'])
  const linked = await tampered((parts) => parts.set('xl/externalLinks/externalLink1.xml', Buffer.from('<x/>')))
  expect(await codes(linked)).toEqual(['external-link'])
})

test('a formula is named with its cell and never worked out, whatever value is kept beside it', async () => {
  const place = `${columnOf('システム', 'passwordPolicy.minLength')}5`
  const bytes = await rewrittenSheet('システム', (xml) =>
    xml.replace(new RegExp(`(<c r="${place}"[^>]*>)<v>13</v>`), `$1<f>cmd()</f><v>13</v>`),
  )
  expect(await said(bytes)).toEqual([
    `「システム」の表 ${place}（パスワードの決まり › 最小の文字数）: 計算式は使えません。値だけを書いてください（値の貼り付け）。"=cmd()" とあります。`,
  ])
})

test('text that begins like a formula is text', async () => {
  const read = await readFacilityWorkbook(await filledIn({ システム: { B5: "=cmd|' /C calc'!A0" } }))
  expect(read.ok && read.facility.systems?.[0]?.name).toBe("=cmd|' /C calc'!A0")
})

test('joined cells are refused with their range, however far it reaches', async () => {
  const bytes = await rewrittenSheet('システム', (xml) =>
    xml.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A5:XFD1048576"/></mergeCells>'),
  )
  expect(await said(bytes)).toEqual([
    '「システム」の表 A5:XFD1048576: セルが結合されています。結合を解き、1つずつ書いてください。',
  ])
})

test.each([
  ['a row that no spreadsheet has', (xml: string) => xml.replace('<row r="5"', '<row r="99999999999"')],
  ['a cell without a place', (xml: string) => xml.replace('<c r="A5"', '<c')],
  ['a place hidden behind another attribute', (xml: string) => xml.replace('<c r="A5"', '<c x=">" r="A999999999"')],
  [
    'a document type of its own',
    (xml: string) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
  ],
  ['XML that does not close', (xml: string) => xml.replace('</sheetData>', '')],
])('%s is damage', async (_, change) => {
  expect(await codes(await rewrittenSheet('システム', change))).toEqual(['damaged-workbook'])
})

test('lists of choices and names over a whole sheet are not spread out', async () => {
  const bytes = await rewrittenSheet('システム', (xml) => xml.replace(/sqref="[^"]*"/g, 'sqref="A1:XFD1048576"'))
  expect(await codes(bytes)).toEqual([])
  const named = await tampered((parts) => {
    const names = '<definedNames><definedName name="a">はじめに!$A$1:$XFD$1048576</definedName></definedNames>'
    const xml = String(parts.get('xl/workbook.xml')).replace(/<definedNames>.*<\/definedNames>/, '')
    parts.set('xl/workbook.xml', Buffer.from(xml.replace('</sheets>', `</sheets>${names}`)))
  })
  expect(await codes(named)).toEqual([])
})
