import { unresolved } from '../check-references.ts'
import { unlocated } from '../check-shape.ts'
import { checkItem, nextId, withoutEmpty } from '../empty-item.ts'
import type { ItemKindName, StoredValue } from '../facility/facility.ts'
import { ITEMS_PER_KIND } from '../facility/field.ts'
import { type FieldChange, fieldChanges } from '../history/field-changes.ts'
import { type CellPlace, type Issue, shown } from '../issue.ts'
import { itemOf, type Kept, kindOf } from '../kept.ts'
import { type FactColumn, withValue } from '../workbook/columns.ts'
import { factIn } from '../workbook/fact-in.ts'
import { type Names, namesIn, plainText } from '../workbook/names.ts'

/** 表に書かれたもの — rows of text, and where in the registry each of them is to go. */
export interface Table {
  readonly kind: ItemKindName
  readonly rows: readonly (readonly string[])[]
  /** What stands in each column; undefined where nobody knows. */
  readonly columns: readonly (FactColumn | undefined)[]
  /** The items on which the first rows are laid, in order. Without them rows say by their ids which items they are. */
  readonly targets?: readonly string[]
  /** The number of the first row, as people see it. */
  readonly from: number
  /** What a blank cell means where something is known. Cells that were joined arrive as blanks, so they are kept unless asked. */
  readonly blanks: 'keep' | 'clear'
}

/** What one row means: an item as it would be kept, and how it differs from what is kept. */
export interface TableRow {
  readonly row: number
  readonly id: string
  readonly before?: Kept
  readonly item: StoredValue
  readonly changes: readonly FieldChange[]
}

export interface ReadTable {
  /** The rows that change something. */
  readonly rows: readonly TableRow[]
  readonly unchanged: number
  readonly issues: readonly Issue[]
}

/** What keeping the table would mean, and every cell that says no fact. With one issue nothing may be kept. */
export function readTable(table: Table, all: readonly Kept[]): ReadTable {
  const list = all.filter(({ kind }) => kind === table.kind)
  const rows = identified(table, list)
  const names = namesAmong(all, table.kind, rows)
  const ids = idsAmong(all, table.kind, rows)
  const read = rows.map((row) => readRow(table, row, names, ids))
  const added = read.filter(({ before }) => before === undefined).length
  const changed = read.filter(({ changes }) => changes.length > 0)
  const tooMany = list.length + added > ITEMS_PER_KIND ? [tooManyItems(list.length + added)] : []
  return {
    rows: changed.map(({ issues: _, ...row }) => row),
    unchanged: read.length - changed.length,
    issues: [...tooMany, ...strayCells(table), ...read.flatMap(({ issues }) => issues)],
  }
}

interface IdentifiedRow {
  readonly row: number
  readonly id: string
  readonly name: string
  readonly cells: readonly string[]
  readonly before?: Kept
  readonly issues: readonly Issue[]
}

/** Which item every row is. Rows in which nothing stands are passed over, except that a blank may be laid on an item. */
function identified(table: Table, list: readonly Kept[]): readonly IdentifiedRow[] {
  const known = new Map(list.map((kept) => [kept.id, kept]))
  const cellAt = (cells: readonly string[], path: string) =>
    plainText(cells[table.columns.findIndex((column) => column?.path === path)] ?? '')
  const taken = new Set([...known.keys(), ...table.rows.map((cells) => cellAt(cells, 'id'))])
  const seen = new Set<string>()
  let given: string | undefined
  return table.rows.flatMap((cells, index): readonly IdentifiedRow[] => {
    const target = table.targets?.[index]
    if (target === undefined && cells.every((cell) => cell.trim() === '')) return []
    const written = cellAt(cells, 'id')
    // After the first free number the next ones follow, so that thousands of rows are numbered in one go.
    if (target === undefined && written === '') given = nextId(table.kind, given === undefined ? [...taken] : [given])
    const id = target ?? (written === '' ? String(given) : written)
    const before = target !== undefined || table.targets === undefined ? known.get(id) : undefined
    const name = cellAt(cells, 'name') || String(before?.body.name ?? '')
    const row = table.from + index
    const code = wrongId({ target, written, before, id, known, seen })
    seen.add(id)
    const issues: Issue[] = code ? [{ path: 'id', cell: { row, of: name }, code, actual: shown(written) }] : []
    return [{ row, id, name, cells, before, issues }]
  })
}

interface Identity {
  readonly target: string | undefined
  readonly written: string
  readonly before: Kept | undefined
  readonly id: string
  readonly known: ReadonlyMap<string, Kept>
  readonly seen: ReadonlySet<string>
}

function wrongId({ target, written, before, id, known, seen }: Identity): Issue['code'] | undefined {
  if (target !== undefined && written !== '' && written !== target) return 'fixed-id'
  if (seen.has(id) || (before === undefined && known.has(id))) return 'duplicate-id'
  return undefined
}

interface RowRead extends TableRow {
  readonly issues: readonly Issue[]
}

function readRow(
  table: Table,
  { row, id, name, cells, before, issues }: IdentifiedRow,
  names: Names,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): RowRead {
  const place = (column?: FactColumn): CellPlace => ({ row, of: name, words: column?.words })
  const wrong: Issue[] = [...issues]
  let item: Record<string, unknown> = before ? { ...itemOf(before) } : { id }
  for (const [index, column] of table.columns.entries()) {
    const text = cells[index] ?? ''
    if (!column || column.path === 'id') continue
    if (text.trim() === '') {
      if (table.blanks === 'clear' && index < cells.length) item = withValue(item, column.path, undefined)
      continue
    }
    const fact = factIn(column, text, names)
    if ('code' in fact) wrong.push({ path: column.path, cell: place(column), ...fact })
    else item = withValue(item, column.path, fact.value)
  }
  const value = withoutEmpty(item)
  const changes = fieldChanges(before && itemOf(before), value)
  const done = new Set(wrong.map(({ path }) => path))
  const found = changes.length === 0 ? [] : [...checkItem(table.kind, value), ...missing(table.kind, value, ids)]
  const placed = found.map((issue) => ({ ...issue, cell: place(columnOf(table, issue.path)) }))
  return { row, id, before, item: value, changes, issues: [...wrong, ...placed.filter(({ path }) => !done.has(path))] }
}

function missing(kind: ItemKindName, value: StoredValue, ids: ReadonlyMap<string, ReadonlySet<string>>) {
  return unresolved(kindOf(kind), value, [], ids).map(unlocated)
}

/** The column in which a fact stands; a list stands in one cell. */
function columnOf({ columns }: Table, path: string): FactColumn | undefined {
  const plain = path.replace(/\[\d+\].*$/, '')
  return columns.find((column) => column?.path === plain)
}

/** Cells to the right of the last column: said once for each column, at its first cell. */
function strayCells({ rows, columns, from }: Table): readonly Issue[] {
  const widest = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  return Array.from({ length: widest }, (_, index) => index).flatMap((index): readonly Issue[] => {
    if (columns[index] !== undefined) return []
    const at = rows.findIndex((cells) => (cells[index] ?? '').trim() !== '')
    if (at === -1) return []
    return [{ path: '', cell: { row: from + at }, code: 'unknown-column', actual: shown(rows[at]?.[index]) }]
  })
}

function tooManyItems(size: number): Issue {
  return { path: '', code: 'too-many', expected: { type: 'limit', max: ITEMS_PER_KIND }, size }
}

/** The names of all items, those of the table's new rows among them: a row may name the one above it. */
function namesAmong(all: readonly Kept[], kind: ItemKindName, rows: readonly IdentifiedRow[]): Names {
  const lists = new Map<string, { readonly id: string; readonly name: string }[]>()
  for (const { kind: of, id, body } of all) {
    const list = lists.get(of) ?? []
    list.push({ id, name: String(body.name ?? '') })
    lists.set(of, list)
  }
  const added = rows.filter(({ before }) => before === undefined)
  lists.set(kind, [...(lists.get(kind) ?? []), ...added.map(({ id, name }) => ({ id, name }))])
  return namesIn(lists)
}

function idsAmong(all: readonly Kept[], kind: ItemKindName, rows: readonly IdentifiedRow[]) {
  const ids = new Map<string, Set<string>>()
  for (const each of all) ids.set(each.kind, (ids.get(each.kind) ?? new Set()).add(each.id))
  ids.set(kind, new Set([...(ids.get(kind) ?? []), ...rows.map(({ id }) => id)]))
  return ids
}
