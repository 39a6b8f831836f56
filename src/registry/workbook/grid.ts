import type { Issue } from '../issue.ts'
import { FIRST_ROW, HEADER_ROW, KEY_ROW } from './layout.ts'
import { cellName, columnName, type FoundSheet, type FoundValue } from './workbook.ts'

/** A sheet by rows, with the names that its hidden row gives the columns. */
export interface Grid {
  readonly name: string
  /** The number of the column that a name stands over. */
  readonly columns: ReadonlyMap<string, number>
  /** The rows in which something stands, below the header, in their order. */
  readonly rows: readonly { readonly number: number; readonly cells: ReadonlyMap<number, FoundValue> }[]
  readonly issues: readonly Issue[]
}

/** The sheet as a table. What would be lost unseen is an issue: joined cells, formulas, columns without a name. */
export function gridOf(sheet: FoundSheet): Grid {
  const rows = new Map<number, Map<number, FoundValue>>()
  for (const { row, column, value } of sheet.cells) {
    if (isBlank(value)) continue
    rows.set(row, (rows.get(row) ?? new Map()).set(column, value))
  }
  const keys = [...(rows.get(KEY_ROW) ?? [])].filter(([, value]) => typeof value === 'string') as [number, string][]
  const columns = new Map(keys.map(([column, key]) => [key.trim(), column]))
  const body = [...rows].filter(([number]) => number >= FIRST_ROW).sort(([a], [b]) => a - b)
  return {
    name: sheet.name,
    columns,
    rows: body.map(([number, cells]) => ({ number, cells })),
    issues: [...merged(sheet), ...formulas(sheet), ...twice(sheet, keys)],
  }
}

const isBlank = (value: FoundValue) => typeof value === 'string' && value.trim() === ''

function merged({ name, merged }: FoundSheet): readonly Issue[] {
  return merged.map((at) => ({ path: '', cell: { sheet: name, at }, code: 'merged-cells' }))
}

/** Formulas above the table; those in it are found with their facts. */
function formulas({ name, cells }: FoundSheet): readonly Issue[] {
  return cells.flatMap(({ row, column, value }): readonly Issue[] =>
    typeof value === 'object' && 'formula' in value && row <= HEADER_ROW
      ? [{ path: '', cell: { sheet: name, at: cellName(row, column) }, code: 'formula', actual: value.formula }]
      : [],
  )
}

function twice({ name }: FoundSheet, keys: readonly (readonly [number, string])[]): readonly Issue[] {
  const seen = keys.filter(([, key], index) => keys.findIndex(([, other]) => other === key) < index)
  return seen.map(([column, key]) => ({
    path: '',
    cell: { sheet: name, at: cellName(KEY_ROW, column) },
    code: 'duplicate-key',
    actual: key,
  }))
}

/** Columns that hold something without a name that is known. */
export function strayColumns(grid: Grid, known: ReadonlySet<number>): readonly Issue[] {
  const stray = new Set(grid.rows.flatMap(({ cells }) => [...cells.keys()].filter((column) => !known.has(column))))
  return [...stray]
    .sort((a, b) => a - b)
    .map((column) => ({
      path: '',
      cell: { sheet: grid.name, at: columnName(column) },
      code: 'unknown-column',
    }))
}
