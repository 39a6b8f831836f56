import type { Unit, Words } from './facility/field.ts'

/** What is wrong with a value, as a code; `words/issue.ts` has the sentences. */
export type IssueCode =
  // The file as a whole cannot be read.
  | 'empty'
  | 'too-large'
  | 'shift-jis'
  | 'utf-16'
  | 'not-utf-8'
  // The workbook as a whole cannot be read.
  | 'not-a-workbook'
  | 'old-workbook'
  | 'damaged-workbook'
  | 'unpacks-too-large'
  | 'macro'
  | 'external-link'
  | 'unknown-sheet'
  | 'missing-sheet'
  | 'no-keys'
  // The YAML or JSON is not well formed.
  | 'syntax'
  | 'unclosed'
  | 'tab-indent'
  | 'full-width-colon'
  | 'full-width-space'
  | 'duplicate-key'
  | 'custom-tag'
  | 'bad-alias'
  | 'several-documents'
  | 'too-deep'
  // A cell of a workbook does not say a fact.
  | 'formula'
  | 'error-value'
  | 'merged-cells'
  | 'not-text'
  | 'unknown-column'
  | 'ambiguous-name'
  | 'fixed-id'
  // A table that was sent as CSV cannot be read.
  | 'bad-letters'
  | 'unknown-heading'
  // The values are not what the format says.
  | 'wrong-type'
  | 'wrong-format'
  | 'newer-format'
  | 'missing'
  | 'blank'
  | 'unknown-field'
  | 'unknown-practice'
  | 'too-long'
  | 'too-many'
  | 'out-of-range'
  | 'not-a-day'
  | 'not-a-choice'
  | 'bad-id'
  | 'control-characters'
  // Items do not fit together.
  | 'duplicate-id'
  | 'no-such-item'
  | 'more-issues'

/** What would have been right, as data. */
export type Expected =
  | { readonly type: 'text'; readonly max: number; readonly lines?: boolean }
  | { readonly type: 'flag' }
  | { readonly type: 'count'; readonly unit: Unit; readonly max: number; readonly never?: boolean }
  | { readonly type: 'day' }
  | { readonly type: 'id' }
  | { readonly type: 'choice' | 'choices'; readonly options: Readonly<Record<string, Words>> }
  | { readonly type: 'reference' | 'references'; readonly to: readonly string[]; readonly orNobody?: boolean }
  /** Something with members of these names; without names, of any name. */
  | { readonly type: 'map'; readonly names?: readonly string[] }
  | { readonly type: 'list'; readonly max: number }
  | { readonly type: 'exactly'; readonly value: string }
  | { readonly type: 'name'; readonly names: readonly string[]; readonly closest?: string }
  | { readonly type: 'limit'; readonly max: number }

/** A place in a workbook: the sheet, the cell as `B7`, and the words of the fact that stands there. */
interface SheetPlace {
  readonly sheet: string
  readonly at?: string
  readonly words?: Words
}

/** A place in a table that was pasted or sent as CSV: its row, what the row is of, and the words of the column. */
interface RowPlace {
  readonly row: number
  readonly of?: string
  readonly words?: Words
}

export type CellPlace = SheetPlace | RowPlace

/** 記載の誤り — one thing wrong with a facility file or with an item that somebody typed in. */
export interface Issue {
  /** `systems[0].passwordPolicy.minLength`; empty for the whole. */
  readonly path: string
  readonly line?: number
  readonly column?: number
  /** Where in a workbook; such an issue has no line. */
  readonly cell?: CellPlace
  readonly code: IssueCode
  readonly expected?: Expected
  /** What stands there, shortened. */
  readonly actual?: string
  /** How long or how many it is, where that is what is wrong. */
  readonly size?: number
}

export type Path = readonly (string | number)[]

export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? step : `${text}.${step}`
  }, '')
}

// Enough to recognise what one typed, short enough for a line on a narrow screen.
const SHOWN_LENGTH = 40

/** A value as it is shown in a message: quoted when it is text, shortened when it is long. */
export function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return shortened(JSON.stringify(value) ?? String(value))
  return JSON.stringify(shortened(value))
}

function shortened(text: string): string {
  const letters = [...text.slice(0, SHOWN_LENGTH * 2 + 2)]
  return letters.length > SHOWN_LENGTH ? `${letters.slice(0, SHOWN_LENGTH).join('')}…` : text
}
