import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import { closestName } from '../closest-name.ts'
import type { AnyKind, ItemKindName } from '../facility/facility.ts'
import { type Ground, scopeOf } from '../ground.ts'
import { type Issue, shown } from '../issue.ts'
import { kindOf } from '../kept.ts'
import { MAX_BYTES } from '../read-facility.ts'
import { holdRegistry, listKept } from '../store.ts'
import type { TableFilled, TablePreview } from '../wire.ts'
import { columnsOf } from '../workbook/columns.ts'
import { plainText } from '../workbook/names.ts'
import { csvText } from './csv-text.ts'
import { keepTable, refuseWrong, rowsOf, tablePreviewOf } from './fill-table.ts'
import { readTable, type Table } from './read-table.ts'
import { columnNamed } from './table-columns.ts'

/** What a CSV of one kind would add and change. Nothing is written; items it does not name stay as they are. */
export async function previewCsv(
  ground: Ground,
  caller: Caller,
  kind: ItemKindName,
  bytes: Uint8Array,
): Promise<TablePreview> {
  demand(caller, 'registry.import')
  const table = tableInCsv(kind, bytes)
  const all = await ground.storage.read(scopeOf(caller), (db) => listKept(db))
  return tablePreviewOf(all, kind, refuseWrong(readTable(table, all)))
}

/** 取り込み — keeps a CSV of one kind, all of it or nothing. With the `basis` of a preview, what changed since is a conflict. */
export async function importCsv(
  ground: Ground,
  caller: Caller,
  kind: ItemKindName,
  bytes: Uint8Array,
  basis?: string,
): Promise<TableFilled> {
  demand(caller, 'registry.import')
  const table = tableInCsv(kind, bytes)
  return ground.storage.write(scopeOf(caller), async (change) => {
    await holdRegistry(change)
    const all = await listKept(change.db)
    return keepTable(ground, change, caller, kind, all, refuseWrong(readTable(table, all)), basis)
  })
}

// The first row has the headings; rows are counted as a spreadsheet does.
const FIRST_ROW = 2

function tableInCsv(kind: ItemKindName, bytes: Uint8Array): Table {
  const any = kindOf(kind)
  if (any.single) throw new Refusal('not-found', { kind })
  if (bytes.length > MAX_BYTES) {
    const issue = { path: '', code: 'too-large', expected: { type: 'limit', max: MAX_BYTES }, size: bytes.length }
    throw new Refusal('too-large', { limit: MAX_BYTES, issues: [issue] })
  }
  const read = csvText(bytes)
  if ('issue' in read) throw new Refusal('malformed', { issues: [read.issue] })
  const [headings = [], ...rows] = rowsOf(read.text, ',')
  const issues = headingIssues(any, headings)
  if (issues.length > 0) throw new Refusal('malformed', { issues })
  const columns = headings.map((heading) => columnNamed(any, heading))
  return { kind, rows, columns, from: FIRST_ROW, blanks: 'keep' }
}

/** Headings nobody knows, and columns that stand there twice. A heading may be blank where the column is. */
function headingIssues(kind: AnyKind, headings: readonly string[]): readonly Issue[] {
  const names = columnsOf(kind).flatMap(({ words: { ja } }) => [
    ...new Set([ja, ja.slice(ja.lastIndexOf('›') + 1).trim()]),
  ])
  const paths = headings.map((heading) => columnNamed(kind, heading)?.path)
  return headings.flatMap((heading, index): readonly Issue[] => {
    const path = paths[index]
    const place = { path: '', cell: { row: 1 }, actual: shown(heading) } as const
    if (heading.trim() === '') return []
    if (path !== undefined) return paths.indexOf(path) < index ? [{ ...place, code: 'duplicate-key' }] : []
    const closest = closestName(plainText(heading), names)
    return [{ ...place, code: 'unknown-heading', expected: { type: 'name', names, closest } }]
  })
}
