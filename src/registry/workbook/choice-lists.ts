import { cellWords } from './cell-of.ts'
import { choicesSheet } from './layout.ts'
import type { Names } from './names.ts'
import { type CellValue, columnName, type SheetPlan } from './workbook.ts'

/** The lists that cells offer, each in a column of a sheet that is not shown; the same list is kept once. */
export interface ChoiceLists {
  range(choices: readonly string[]): string
  /** The names of these kinds, or nothing when there are none yet. */
  referenceRange(to: readonly string[], orNobody: boolean): string | undefined
  sheet(): SheetPlan
}

export function choiceLists(names: Names): ChoiceLists {
  const lists = new Map<string, readonly string[]>()
  const range = (choices: readonly string[]) => {
    const key = choices.join('\n')
    lists.set(key, choices)
    const column = columnName([...lists.keys()].indexOf(key) + 1)
    return `'${choicesSheet}'!$${column}$1:$${column}$${choices.length}`
  }
  return {
    range,
    referenceRange(to, orNobody) {
      const choices = [...(orNobody ? [cellWords.nobody.ja] : []), ...names.labels(to)]
      return choices.length === 0 ? undefined : range(choices)
    },
    sheet: () => sheetWith([...lists.values()]),
  }
}

function sheetWith(lists: readonly (readonly string[])[]): SheetPlan {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  const rows = Array.from({ length: longest }, (_, row): readonly CellValue[] => lists.map((list) => list[row]))
  const columns = lists.map(() => ({ width: 24 }))
  return { name: choicesSheet, hidden: true, head: '', columns, rows, pullDowns: [] }
}
