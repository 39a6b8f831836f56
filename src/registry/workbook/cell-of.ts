import type { Day } from '#shared'
import { NOBODY, type Words } from '../facility/field.ts'
import type { FactColumn } from './columns.ts'
import type { Names } from './names.ts'
import type { CellValue } from './workbook.ts'

/** What a cell says for yes, no, never and nobody; read back in either language. */
export const cellWords = {
  yes: { ja: 'はい', en: 'yes' },
  no: { ja: 'いいえ', en: 'no' },
  never: { ja: 'しない', en: 'never' },
  nobody: { ja: '決まっていない', en: 'nobody' },
} as const satisfies Readonly<Record<string, Words>>

// Spreadsheet programs count days rightly from here on; earlier ones are written as text.
const FIRST_REAL_DAY = '1900-03-01'
// The longest text a cell takes is 32,767 letters.
const LONGEST_CELL = 30_000

/** A fact as it stands in its cell; what is unknown leaves the cell blank. */
export function cellOf({ shape }: Pick<FactColumn, 'shape'>, value: unknown, names: Names): CellValue {
  if (value === undefined) return undefined
  switch (shape.type) {
    case 'text':
      return String(value)
    case 'flag':
      return cellWords[value === true ? 'yes' : 'no'].ja
    case 'count':
      return value === 'never' ? cellWords.never.ja : Number(value)
    case 'day':
      return dayCell(String(value))
    case 'choice':
      return shape.options[String(value)]?.ja ?? String(value)
    case 'choices':
      return lines((value as readonly string[]).map((key) => shape.options[key]?.ja ?? key))
    case 'reference':
      return shape.orNobody && value === NOBODY ? cellWords.nobody.ja : names.label(shape.to, String(value))
    case 'references':
      return referenceLines(shape.to, value as readonly string[], names)
  }
}

export function dayCell(day: Day): CellValue {
  return day < FIRST_REAL_DAY ? day : { day }
}

function referenceLines(to: readonly string[], ids: readonly string[], names: Names): CellValue {
  const text = lines(ids.map((id) => names.label(to, id)))
  return text !== undefined && text.length > LONGEST_CELL ? lines(ids) : text
}

function lines(parts: readonly string[]): string | undefined {
  return parts.length > 0 ? parts.join('\n') : undefined
}
