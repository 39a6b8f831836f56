import type { Day } from '#shared'

/**
 * 表計算の書類 — sheets, rows and cells as plain values. What lies behind it (a library, a zip, XML) is known to
 * `read-sheets.ts`, `write-sheets.ts` and `unpack.ts` only.
 */
export type CellValue = string | number | boolean | { readonly day: Day } | undefined

/** What was found in a cell. A formula is told apart and never worked out; an error such as `#REF!` is only named. */
export type FoundValue =
  | Exclude<CellValue, undefined>
  | { readonly formula: string }
  | { readonly error: string }
  | { readonly time: string }

export interface FoundCell {
  readonly row: number
  readonly column: number
  readonly value: FoundValue
}

/** A sheet as it was found: only cells in which something stands. */
export interface FoundSheet {
  readonly name: string
  readonly cells: readonly FoundCell[]
  /** The ranges in which cells were joined: `B5:B7`. */
  readonly merged: readonly string[]
}

export interface SheetColumn {
  readonly width: number
  readonly hidden?: boolean
  readonly format?: 'text' | 'day' | 'number'
}

/** 選択肢 — a list that a cell offers: words in place, or the cells of a column of another sheet. */
export interface PullDown {
  readonly column: number
  readonly fromRow: number
  readonly toRow: number
  readonly choices: readonly string[] | { readonly range: string }
  /** Whether anything else is refused by the program in which it is filled in. */
  readonly only: boolean
}

export interface SheetPlan {
  readonly name: string
  readonly hidden?: boolean
  /** Printed at the head of every page. */
  readonly head: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly CellValue[])[]
  readonly hiddenRow?: number
  readonly titleRow?: number
  readonly headerRow?: number
  readonly frozenColumns?: number
  /** Whether the header offers to filter by what stands below it. */
  readonly filters?: boolean
  readonly pullDowns: readonly PullDown[]
}

/** `B7` — a place as every spreadsheet program names it. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`
}

export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return `${rest > 0 ? columnName(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`
}
