import { addDays, type Day, parseDay } from '#shared'
import { NOBODY, type Words } from '../facility/field.ts'
import { type Expected, type IssueCode, shown } from '../issue.ts'
import { cellWords } from './cell-of.ts'
import type { FactColumn } from './columns.ts'
import { type Names, plainText } from './names.ts'
import type { FoundValue } from './workbook.ts'

type Referring = Extract<Expected, { readonly to: readonly string[] }>

export type Fact = { readonly value: unknown } | Wrong

export interface Wrong {
  readonly code: IssueCode
  readonly expected?: Expected
  readonly actual?: string
}

/** The fact that a cell says, or what would have been right there. */
export function factIn({ shape }: Pick<FactColumn, 'shape'>, found: FoundValue, names: Names): Fact {
  if (typeof found === 'object' && 'formula' in found) return { code: 'formula', actual: shown(found.formula) }
  if (typeof found === 'object' && 'error' in found)
    return { code: 'error-value', expected: shape, actual: found.error }
  switch (shape.type) {
    case 'text':
      return typeof found === 'string' ? { value: found } : { code: 'not-text', actual: said(found) }
    case 'flag':
      return flagOf(found)
    case 'count':
      return countOf(shape, found)
    case 'day':
      return dayOf(found)
    case 'choice': {
      const key = keyOf(shape.options, said(found))
      return key === undefined ? wrong('not-a-choice', shape, found) : { value: key }
    }
    case 'choices':
      return listOf(said(found), (part) => keyOf(shape.options, part), wrong('not-a-choice', shape, found))
    case 'reference':
      return shape.orNobody && isWord(cellWords.nobody, said(found), NOBODY)
        ? { value: NOBODY }
        : referenceOf(shape, said(found), names)
    case 'references':
      return referencesOf(shape, said(found), names)
  }
}

// How lists kept in offices say yes and no. A tick says yes; a blank or a dash says nothing.
const yesMarks: ReadonlySet<string> = new Set(['○', '◯', '〇', '◎', '✓', '✔', '☑', '有', 'あり', '有り'])
const noMarks: ReadonlySet<string> = new Set(['×', '✕', '✖', '✗', '✘', 'x', 'X', '無', 'なし', '無し'])

function flagOf(found: FoundValue): Fact {
  if (typeof found === 'boolean') return { value: found }
  const text = said(found)
  if (isWord(cellWords.yes, text, 'true') || yesMarks.has(plainText(text))) return { value: true }
  if (isWord(cellWords.no, text, 'false') || noMarks.has(plainText(text))) return { value: false }
  return wrong('wrong-type', { type: 'flag' }, found)
}

function countOf(shape: Extract<Expected, { type: 'count' }>, found: FoundValue): Fact {
  if (typeof found === 'number') return { value: found }
  if (shape.never && isWord(cellWords.never, said(found), 'never')) return { value: 'never' }
  const text = plainText(said(found))
  const digits = /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text
  return typeof found === 'string' && /^\d{1,9}$/.test(digits)
    ? { value: Number(digits) }
    : wrong('wrong-type', shape, found)
}

/** A real day of the program, or whatever people write: R8.11.22, 令和8年11月22日, 2026/11/22, 20261122, 46348. */
function dayOf(found: FoundValue): Fact {
  if (typeof found === 'object' && 'day' in found) return { value: found.day }
  const text = plainText(said(found)).replace(/ 0?0:00(:00)?$/, '')
  const digits = /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : undefined
  const day = /^\d{5}$/.test(text) ? serialDay(Number(text)) : parseDay(digits ?? text)
  return day === undefined ? wrong('not-a-day', { type: 'day' }, found) : { value: day }
}

// Days counted as spreadsheet programs count them; a number outside the years in which facts are known is no day.
const [FIRST_SERIAL, LAST_SERIAL] = [20_090, 73_050]

/** The day a program means by a number whose format was lost: 46348 is 2026-11-22. */
function serialDay(serial: number): Day | undefined {
  return serial < FIRST_SERIAL || serial > LAST_SERIAL ? undefined : addDays('1899-12-30', serial)
}

function referenceOf(shape: Referring, text: string, names: Names): Fact {
  const meant = names.find(shape.to, text)
  if (typeof meant === 'object') return { value: meant.id }
  return { code: meant === 'several' ? 'ambiguous-name' : 'no-such-item', expected: shape, actual: shown(text) }
}

function referencesOf(shape: Referring, text: string, names: Names): Fact {
  const facts = partsOf(text, (part) => typeof names.find(shape.to, part) === 'object').map((part) =>
    referenceOf(shape, part, names),
  )
  const bad = facts.find((fact): fact is Wrong => 'code' in fact)
  return bad ?? { value: facts.flatMap((fact) => ('value' in fact ? [fact.value] : [])) }
}

function listOf(text: string, find: (part: string) => string | undefined, otherwise: Wrong): Fact {
  const parts = partsOf(text, (part) => find(part) !== undefined)
  const keys = parts.map(find)
  const missing = parts.find((_, index) => keys[index] === undefined)
  return missing === undefined ? { value: keys } : { ...otherwise, actual: shown(missing) }
}

/** One a line, as we write them; a line that is nothing known by itself may be several with commas between. */
function partsOf(text: string, isKnown: (part: string) => boolean): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.flatMap((line) =>
    isKnown(line) ? [line] : line.split(/[、,，;；]/).filter((part) => part.trim() !== ''),
  )
}

function keyOf(options: Readonly<Record<string, Words>>, text: string): string | undefined {
  return Object.keys(options).find((key) => isWord(options[key] ?? { ja: key, en: key }, text, key))
}

function isWord(words: Words, text: string, key: string): boolean {
  const plain = plainText(text).toLowerCase()
  return [words.ja, words.en, key].some((word) => plainText(word).toLowerCase() === plain)
}

/** What stands in a cell, as text. */
export function said(found: FoundValue): string {
  if (typeof found !== 'object') return String(found)
  if ('day' in found) return found.day
  if ('time' in found) return found.time
  return 'formula' in found ? found.formula : found.error
}

function wrong(code: IssueCode, expected: Expected, found: FoundValue): Wrong {
  return { code, expected, actual: typeof found === 'string' ? shown(found) : said(found) }
}
