import { cellOf, type FactColumn, type Names, namesIn } from '#registry/contract'
import { valueAt } from '../../parts/differing.ts'
import type { Entry } from '../queries.ts'

/** The names of everything in the registry, as cells name it. */
export function namesOfEntries(entries: readonly Entry[]): Names {
  const lists = new Map<string, { readonly id: string; readonly name: string }[]>()
  for (const { kind, id, item } of entries) {
    const list = lists.get(kind) ?? []
    list.push({ id, name: String(item.name ?? '') })
    lists.set(kind, list)
  }
  return namesIn(lists)
}

/** The text of a cell as one writes it, and as it may be pasted back: the words of a workbook's cell. */
export function cellText(column: FactColumn, entry: Entry | undefined, names: Names): string {
  const cell = entry && cellOf(column, valueAt(entry.item, column.path), names)
  if (cell === undefined) return ''
  return typeof cell === 'object' ? cell.day : String(cell)
}

/** One cell as a spreadsheet puts it on the clipboard. */
export const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
