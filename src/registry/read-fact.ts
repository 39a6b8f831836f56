import { checkShape } from './check-shape.ts'
import { fieldAt } from './field-at.ts'
import { type Fact, factIn } from './workbook/fact-in.ts'
import { namesIn } from './workbook/names.ts'
import type { FoundValue } from './workbook/workbook.ts'

// Facts that are asked one by one refer to nothing, so there are no names to look up.
const noNames = namesIn(new Map())

/**
 * A single fact as somebody wrote it (「はい」, `R8.11.22`, １３) or as a program sends it, checked by the field's own
 * schema; or what is wrong with it.
 */
export function readFact(kind: string, field: string, written: FoundValue | readonly string[]): Fact {
  const place = fieldAt(kind, field)
  if (!place || place.shape.type === 'group') return { code: 'unknown-field' }
  const { shape, schema } = place
  const fact = isList(written) ? { value: written } : factIn({ shape }, written, noNames)
  if (!('value' in fact)) return fact
  const [issue] = checkShape(schema, fact.value, () => shape)
  return issue ? { code: issue.code, expected: issue.expected, actual: issue.actual } : fact
}

function isList(written: FoundValue | readonly string[]): written is readonly string[] {
  return Array.isArray(written)
}
