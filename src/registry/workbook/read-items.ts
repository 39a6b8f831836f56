import { closestName } from '../closest-name.ts'
import { nextId } from '../empty-item.ts'
import type { AnyKind, ItemKindName } from '../facility/facility.ts'
import type { CellPlace, Issue } from '../issue.ts'
import { columnsOf, type FactColumn, withValue } from './columns.ts'
import { factIn, said } from './fact-in.ts'
import { type Grid, strayColumns } from './grid.ts'
import { KEY_ROW } from './layout.ts'
import { type Names, plainText } from './names.ts'
import { cellName, type FoundValue } from './workbook.ts'

/** What was read of a kind: values as a file would hold them, where each stands, and what could not be read. */
export interface ReadValues {
  readonly value: unknown
  /** By the path in the facility: `systems[0].passwordPolicy.minLength`. */
  readonly places: readonly (readonly [string, CellPlace])[]
  readonly issues: readonly Issue[]
}

/** A row of a sheet with the id that it has or is given. */
export interface IdentifiedRow {
  readonly number: number
  readonly id: string
  readonly name: string
  readonly cells: ReadonlyMap<number, FoundValue>
}

/** The rows of a kind with their ids; a row without one gets the next that is free, the same each time it is read. */
export function identify(kind: AnyKind, { rows, columns }: Grid): readonly IdentifiedRow[] {
  const text = (cells: ReadonlyMap<number, FoundValue>, key: string) => {
    const value = cells.get(columns.get(key) ?? 0)
    return value === undefined ? '' : said(value)
  }
  const taken = rows.map(({ cells }) => plainText(text(cells, 'id'))).filter((id) => id !== '')
  let given: string | undefined
  return rows.map(({ number, cells }) => {
    const written = plainText(text(cells, 'id'))
    // The one given last is beyond all that were taken.
    if (written === '') given = nextId(kind.kind as ItemKindName, given === undefined ? taken : [given])
    return { number, id: written || (given ?? ''), name: text(cells, 'name'), cells }
  })
}

/** The items of a kind of which there may be many. */
export function readItems(kind: AnyKind, grid: Grid, rows: readonly IdentifiedRow[], names: Names): ReadValues {
  const facts = columnsOf(kind)
  const known = facts.filter(({ path }) => path !== 'id')
  const read = rows.map((row, index) => {
    const cells = known.flatMap((fact) => {
      const column = grid.columns.get(fact.path)
      return column === undefined ? [] : [{ fact, place: { row: row.number, column }, found: row.cells.get(column) }]
    })
    const at = `${kind.member}[${index}]`
    const item = readFacts(cells, { sheet: grid.name, at, names }, { id: row.id })
    const idPlace: CellPlace = { sheet: grid.name, at: cellName(row.number, grid.columns.get('id') ?? 1) }
    return { ...item, places: [[`${at}.id`, idPlace] as const, ...item.places] }
  })
  return {
    value: read.length === 0 ? undefined : read.map(({ value }) => value),
    places: read.flatMap(({ places }) => places),
    issues: [...columnIssues(grid, facts), ...read.flatMap(({ issues }) => issues)],
  }
}

export interface FactCell {
  readonly fact: FactColumn
  readonly place: { readonly row: number; readonly column: number }
  readonly found: FoundValue | undefined
}

interface Where {
  readonly sheet: string
  readonly at: string
  readonly names: Names
}

/** One item from its cells: blank is absent, and a cell that says no fact is an issue. */
export function readFacts(cells: readonly FactCell[], { sheet, at, names }: Where, begun: Record<string, unknown>) {
  let value = begun
  const places: [string, CellPlace][] = []
  const issues: Issue[] = []
  for (const { fact, place, found } of cells) {
    const path = at === '' ? fact.path : `${at}.${fact.path}`
    const cell = { sheet, at: cellName(place.row, place.column), words: fact.words }
    places.push([path, cell])
    if (found === undefined) continue
    const read = factIn(fact, found, names)
    if ('code' in read) issues.push({ path, cell, ...read })
    else value = withValue(value, fact.path, read.value)
  }
  return { value, places, issues }
}

function columnIssues(grid: Grid, facts: readonly FactColumn[]): readonly Issue[] {
  if (grid.columns.size === 0) return [{ path: '', cell: { sheet: grid.name }, code: 'no-keys' }]
  const paths = facts.map(({ path }) => path)
  const unknown = [...grid.columns].filter(([key]) => !paths.includes(key))
  const named = unknown.map(
    ([key, column]): Issue => ({
      path: '',
      cell: { sheet: grid.name, at: cellName(KEY_ROW, column) },
      code: 'unknown-field',
      expected: { type: 'name', names: paths, closest: closestName(key, paths) },
      actual: key,
    }),
  )
  return [...named, ...strayColumns(grid, new Set(grid.columns.values()))]
}
