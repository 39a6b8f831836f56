import type { Cell, CellValue as LibraryValue } from 'exceljs'
import type { Issue } from '../issue.ts'
import { pack } from './pack.ts'
import { WorkbookRefused } from './refused.ts'
import { unpack } from './unpack.ts'
import type { FoundCell, FoundSheet, FoundValue } from './workbook.ts'

// The largest hospital we design for fills about thirty thousand cells.
const MAX_CELLS = 600_000
// The last row that a spreadsheet program has.
const MAX_ROW = 1_048_576

/**
 * The sheets of a workbook that anybody may have made. The library behind it gets only the parts that were looked at,
 * without whatever it would spread out over ranges (joined cells, lists of choices, defined names).
 */
export async function readSheets(bytes: Uint8Array): Promise<readonly FoundSheet[]> {
  const parts = new Map(await unpack(bytes))
  const merged = new Map<string, readonly string[]>()
  let cells = 0
  for (const [name, content] of parts) {
    const text = content.toString('utf8')
    if (/<!DOCTYPE/i.test(text)) throw damaged()
    if (name.toLowerCase().startsWith('xl/worksheets/')) {
      cells += countCells(text)
      const ranges = mergedRanges(text)
      if (ranges.length > 0) merged.set(name, ranges)
    }
    parts.set(name, Buffer.from(inReferences(name.toLowerCase() === 'xl/workbook.xml' ? withoutNames(text) : text)))
  }
  if (cells > MAX_CELLS)
    throw refused({ path: '', code: 'too-many', size: cells, expected: { type: 'limit', max: MAX_CELLS } })
  return load(await pack(parts), mergedByName(parts, merged))
}

async function load(bytes: Buffer, merged: ReadonlyMap<string, readonly string[]>): Promise<readonly FoundSheet[]> {
  const { default: library } = await import('exceljs')
  const workbook = new library.Workbook()
  try {
    const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    await workbook.xlsx.load(whole, { ignoreNodes: spread })
  } catch (error) {
    throw damaged(error)
  }
  return workbook.worksheets.map((sheet) => {
    const cells: FoundCell[] = []
    sheet.eachRow((row) => row.eachCell((cell) => cells.push(...found(cell))))
    return { name: sheet.name, cells, merged: merged.get(sheet.name) ?? [] }
  })
}

// `hyperlinks` too: an address is shown by its text, and where it leads is nobody's business here.
const spread = [
  'mergeCells',
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'cols',
  'dimension',
  'sheetViews',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
  'autoFilter',
  'rowBreaks',
  'headerFooter',
]

/** Cells and rows of a sheet have places that exist, written as every program writes them. */
function countCells(text: string): number {
  const tags = text.match(/<(?:row|c)(?=[\s/>])/g)?.length ?? 0
  let plain = 0
  let cells = 0
  for (const [, tag, attributes = ''] of text.matchAll(/<(row|c)((?:\s+[\w:]+="[^"<>]*")*)\s*\/?>/g)) {
    const place = /\sr="(?:[A-Z]{1,3})?(\d{1,7})"/.exec(attributes)
    if (!place || Number(place[1]) > MAX_ROW || Number(place[1]) === 0) throw damaged()
    plain++
    if (tag === 'c') cells++
  }
  if (plain !== tags) throw damaged()
  return cells
}

function mergedRanges(text: string): readonly string[] {
  return [...text.matchAll(/<mergeCell\s[^>]*?ref\s*=\s*["']([^"']{1,30})["']/g)].map((match) => match[1] ?? '')
}

function withoutNames(text: string): string {
  return text.replace(/<definedNames[\s\S]*<\/definedNames\s*>/g, '')
}

/**
 * Letters beyond the first plane (𠮷 in a name) as references. The library cuts its text into pieces wherever 16,384
 * units end, and a letter cut in two would come back as two question marks.
 */
function inReferences(text: string): string {
  return text.replace(/[\u{10000}-\u{10ffff}]/gu, (letter) => `&#x${letter.codePointAt(0)?.toString(16)};`)
}

/** Joined cells by the name of their sheet: the workbook names a relation, the relation names the part. */
function mergedByName(parts: ReadonlyMap<string, Buffer>, merged: ReadonlyMap<string, readonly string[]>) {
  const targets = tagsOf(parts, 'xl/_rels/workbook.xml.rels', 'Relationship')
  const sheets = tagsOf(parts, 'xl/workbook.xml', 'sheet')
  return new Map(
    [...merged].map(([part, ranges]): [string, readonly string[]] => {
      const target = targets.find((tag) =>
        `/${part}`.endsWith(`/${attribute(tag, 'Target').replace(/^\/?(xl\/)?/, '')}`),
      )
      const sheet = target && sheets.find((tag) => attribute(tag, 'r:id') === attribute(target, 'Id'))
      if (!sheet) throw damaged()
      return [attribute(sheet, 'name'), ranges]
    }),
  )
}

function tagsOf(parts: ReadonlyMap<string, Buffer>, part: string, tag: string): readonly string[] {
  return (
    parts
      .get(part)
      ?.toString('utf8')
      .match(new RegExp(`<${tag}\\s[^>]*>`, 'g')) ?? []
  )
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replace(/&(\w+);/g, (whole, entity: string) => entities[entity] ?? whole)
}

function found(cell: Cell): readonly FoundCell[] {
  const value = foundIn(cell.value)
  return value === undefined ? [] : [{ row: Number(cell.row), column: Number(cell.col), value }]
}

function foundIn(value: LibraryValue): FoundValue | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Date) return dayOrTime(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('') || undefined
  if ('formula' in value || 'sharedFormula' in value) return { formula: `=${cellFormula(value)}` }
  if ('error' in value) return { error: String(value.error) }
  return 'text' in value ? String(value.text) : undefined
}

function cellFormula(value: { readonly formula?: string } | { readonly sharedFormula: string }): string {
  return 'formula' in value ? String(value.formula) : String((value as { sharedFormula: string }).sharedFormula)
}

/** Spreadsheets keep days without a zone; the library hands them out as if they were in UTC. */
function dayOrTime(moment: Date): FoundValue | undefined {
  if (Number.isNaN(moment.getTime())) return { error: '#DATE' }
  const text = moment.toISOString()
  return text.endsWith('T00:00:00.000Z') && text.length === 24 ? { day: text.slice(0, 10) } : { time: text }
}

function damaged(cause?: unknown): WorkbookRefused {
  return refused({ path: '', code: 'damaged-workbook' }, cause)
}

function refused(issue: Issue, cause?: unknown): WorkbookRefused {
  return new WorkbookRefused(issue, cause)
}
