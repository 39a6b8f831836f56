import type { AnyKind } from '../facility/facility.ts'
import { columnsOf, type FactColumn } from '../workbook/columns.ts'
import { plainText } from '../workbook/names.ts'

/** The column that a heading names, in either language, by its path, or by the last of its words where that is one alone. */
export function columnNamed(kind: AnyKind, heading: string): FactColumn | undefined {
  const wanted = plainText(heading).toLowerCase()
  const columns = columnsOf(kind)
  const full = columns.find(({ path, words }) => [path, words.ja, words.en].some((name) => isSame(name, wanted)))
  const last = columns.filter(({ words }) => [words.ja, words.en].some((name) => isSame(lastOf(name), wanted)))
  return full ?? (last.length === 1 ? last[0] : undefined)
}

const lastOf = (name: string) => name.slice(name.lastIndexOf('›') + 1)
const isSame = (name: string, wanted: string) => plainText(name).toLowerCase() === wanted

/** Whether a row is the header of a sheet that was taken along: at least two cells, and each names a column. */
export function isHeader(kind: AnyKind, cells: readonly string[]): boolean {
  const written = cells.filter((cell) => cell.trim() !== '')
  return written.length >= 2 && written.every((cell) => columnNamed(kind, cell) !== undefined)
}
