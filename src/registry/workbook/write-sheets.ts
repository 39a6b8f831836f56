import type { Row, Workbook, Worksheet } from 'exceljs'
import type { Instant } from '#shared'
import { withoutClock } from './pack.ts'
import { heightOf, pagesAcross } from './room-on-paper.ts'
import { type CellValue, cellName, columnName, type PullDown, type SheetPlan } from './workbook.ts'

/** The sheets as a workbook (.xlsx), one byte for one byte the same for the same sheets and moment. */
export async function writeSheets(sheets: readonly SheetPlan[], at: Instant): Promise<Uint8Array> {
  const { default: library } = await import('exceljs')
  const workbook: Workbook = new library.Workbook()
  workbook.creator = 'Omamori'
  workbook.created = new Date(at)
  workbook.modified = new Date(at)
  for (const plan of sheets) addSheet(workbook, plan)
  keepLettersWhole(workbook)
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()))
}

interface Parts {
  append(content: string | Uint8Array, options: { readonly name: string }): void
}
type Adding = 'addSharedStrings' | 'addWorksheets'

/**
 * Text goes into the zip as bytes. As a string it would be cut wherever 16,384 units end, and a letter beyond the first
 * plane (𠮷 in a name) that is cut in two is lost.
 */
function keepLettersWhole(workbook: Workbook): void {
  const writer = workbook.xlsx as unknown as Record<Adding, (parts: Parts, model: unknown) => unknown>
  for (const name of ['addSharedStrings', 'addWorksheets'] as const) {
    const add = writer[name].bind(writer)
    writer[name] = (parts, model) =>
      add({ append: (content, options) => parts.append(Buffer.from(content as string), options) }, model)
  }
}

const A4 = 9

function addSheet(workbook: Workbook, plan: SheetPlan): void {
  const { headerRow, titleRow, hiddenRow, frozenColumns = 0 } = plan
  const frozen = headerRow ? [{ state: 'frozen' as const, ySplit: headerRow, xSplit: frozenColumns }] : []
  const sheet = workbook.addWorksheet(plan.name, {
    state: plan.hidden ? 'hidden' : 'visible',
    views: frozen,
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pagesAcross(plan),
      fitToHeight: 0,
      printTitlesRow: headerRow ? `${headerRow}:${headerRow}` : undefined,
      printTitlesColumn: frozenColumns > 0 ? `A:${columnName(frozenColumns)}` : undefined,
    },
    headerFooter: { oddHeader: `&L${plan.head.replaceAll('&', '&&')}&R&A`, oddFooter: '&R&P / &N' },
  })
  plan.columns.forEach(({ width, hidden, format }, index) => {
    const column = sheet.getColumn(index + 1)
    column.width = width
    column.hidden = hidden === true
    column.alignment = { vertical: 'top', wrapText: true }
    column.numFmt = formats[format ?? 'text']
  })
  addRows(sheet, plan)
  if (titleRow) sheet.getRow(titleRow).eachCell((cell) => Object.assign(cell, { font: titleFont, alignment: {} }))
  if (headerRow) styleHeader(sheet.getRow(headerRow))
  if (headerRow && plan.filters) sheet.autoFilter = filterOver(plan, headerRow)
  if (hiddenRow) sheet.getRow(hiddenRow).hidden = true
  for (const pullDown of plan.pullDowns) addPullDown(sheet, pullDown)
}

function filterOver({ rows, columns }: SheetPlan, headerRow: number): string {
  return `${cellName(headerRow, 1)}:${cellName(rows.length, columns.length)}`
}

// `@` keeps what is typed as it is typed: 098-…, 7.10, 0012.
const formats = { text: '@', day: 'yyyy/mm/dd', number: '0' } as const
// Without a name some programs take a letter of another kind.
const titleFont = { name: 'Calibri', bold: true, size: 14 }
const headerFont = { name: 'Calibri', bold: true, size: 11 }

function addRows(sheet: Worksheet, plan: SheetPlan): void {
  const { rows, headerRow = 0 } = plan
  rows.forEach((values, index) => {
    const row = sheet.getRow(index + 1)
    // What stands above the header runs on over the cells beside it.
    const height = index + 1 < headerRow ? undefined : heightOf(values, plan)
    if (height !== undefined) row.height = height
    values.forEach((value, column) => {
      if (value === undefined) return
      const cell = row.getCell(column + 1)
      cell.value = libraryValue(value)
      // In a sheet with a fact a row, a column holds facts of every sort.
      if (typeof value !== 'string') cell.numFmt = typeof value === 'object' ? formats.day : formats.number
      if (index < headerRow) cell.alignment = {}
    })
  })
}

function libraryValue(value: Exclude<CellValue, undefined>): string | number | boolean | Date {
  if (typeof value === 'object') return new Date(`${value.day}T00:00:00.000Z`)
  // Spreadsheet programs read `_x0041_` inside text as a letter (ECMA-376, 22.9.2.19), and so do we.
  return typeof value === 'string' ? escaped(value) : value
}

function escaped(text: string): string {
  const marked = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return marked.replace(/[\ufffe\uffff]/g, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase()}_`)
}

function styleHeader(row: Row): void {
  row.eachCell((cell) => {
    cell.font = headerFont
    cell.alignment = { vertical: 'middle', wrapText: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF4' } }
    cell.border = { bottom: { style: 'thin' } }
  })
}

function addPullDown(sheet: Worksheet, { column, fromRow, toRow, choices, only }: PullDown): void {
  const range = `${cellName(fromRow, column)}:${cellName(toRow, column)}`
  const source = 'range' in choices ? choices.range : `"${choices.join(',')}"`
  const validations = (sheet as unknown as { readonly dataValidations: { add(range: string, rule: object): void } })
    .dataValidations
  validations.add(range, {
    type: 'list',
    allowBlank: true,
    formulae: [source],
    showErrorMessage: only,
    errorTitle: '選択肢にありません',
    error: '選択肢から選ぶか、空けておいてください。',
  })
}
