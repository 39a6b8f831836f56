import exceljs from 'exceljs'
import { expect, test, vi } from 'vitest'
import { assessmentSheets, makeAssessmentWorkbook } from './make-workbook.ts'
import { reportExample } from './testing/report-example.ts'

const AT = '2026-11-22T01:00:00.000Z'
const input = reportExample('ja')
const [items, counts] = assessmentSheets(input)
const rowsOf = (sheet: typeof items) => sheet?.rows.slice(3) ?? []

test('the rows stand in the order of the guideline, and a number that was not seen is not written', () => {
  const rows = rowsOf(items)
  expect(rows).toHaveLength(input.assessment.requirements.length)
  for (const [index, one] of input.assessment.requirements.entries()) {
    const [number = '', title = ''] = rows[index] as readonly string[]
    expect(title.startsWith(one.title)).toBe(true)
    expect(number.includes('番号 未照合')).toBe(one.printedNumber.confidence !== 'seen')
    expect(title.includes('内容 未照合')).toBe(!one.contentConfirmed)
  }
})

test('each count has its base, and minimum and recommended are never added', () => {
  const { C, D } = input.assessment.counts
  const totals = rowsOf(counts).slice(0, 2)
  expect(totals).toEqual(
    [C, D].map((kind, index) => [
      '計',
      ['最低限', '推奨'][index],
      kind.met + kind['not-met'] + kind.unknown,
      kind.met,
      kind['not-met'],
      kind.unknown,
      kind['not-applicable'],
    ]),
  )
  const bySection = rowsOf(counts)
    .slice(2)
    .filter(([, kind]) => kind === '最低限')
  expect(bySection.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(C.met)
})

test('what a facility wrote is text in its cell and never a formula, and the header is frozen and filters', async () => {
  const [first, ...others] = input.assessment.requirements
  if (!first) throw new Error('the example has requirements')
  const finding = { state: 'not-met', sentence: '=cmd|"/c calc"!A1' } as const
  const hostile = { ...input.assessment, requirements: [{ ...first, findings: [finding] }, ...others] }
  const workbook = new exceljs.Workbook()
  const bytes = await makeAssessmentWorkbook({ ...input, facilityName: '=1+1', assessment: hostile }, AT)
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  const sheet = workbook.getWorksheet('点検の結果')
  sheet?.eachRow((row) => row.eachCell((cell) => expect(cell.type, cell.address).not.toBe(exceljs.ValueType.Formula)))
  expect(sheet?.getCell('F4').value).toBe('▲ =cmd|"/c calc"!A1')
  expect(sheet?.autoFilter).toBeTruthy()
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
  expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9 })
})

test('the same input at the same moment gives the same bytes, whenever they are written', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const writtenOn = (day: string) => {
    vi.setSystemTime(day)
    return makeAssessmentWorkbook(input, AT)
  }
  try {
    const [one, other] = [await writtenOn('2026-11-22'), await writtenOn('2027-02-03')]
    expect(Buffer.from(one).equals(other)).toBe(true)
  } finally {
    vi.useRealTimers()
  }
})
