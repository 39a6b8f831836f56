import { compile, dayInWords, type PaperLanguage, printable, shortened } from '#paper'
import type { Day } from '#shared'
import { wordsIn } from './words.ts'

const template = new URL('./template/list.typ', import.meta.url)

// The head of each page has one line.
const FACILITY_IN_HEAD = 36

/** Whose paper it is. */
export interface Letterhead {
  readonly facility: string
  readonly sample: boolean
  readonly on: Day
  readonly language: PaperLanguage
}

export interface List {
  readonly title: string
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly heads: readonly string[]
  /** The widths of the columns, in proportion to each other. */
  readonly shares: readonly number[]
  readonly rows: readonly (readonly string[])[]
  readonly nothing: string
  readonly note: string
}

/** A list as PDF on A4. The same input, the same bytes. */
export function setList({ facility, sample, on, language }: Letterhead, list: List): Promise<Uint8Array> {
  const words = wordsIn(language)
  const { title, nothing, note, heads, shares } = list
  return compile(template, {
    ...{ language, title, on, nothing, note },
    words: { selfAssessment: words.foot },
    frame: {
      sample: sample ? words.sample : '',
      facility: printable(shortened(facility, FACILITY_IN_HEAD)),
      edition: title,
      on: dayInWords(on, language),
    },
    facts: list.facts.map((row) => row.map(setText)),
    list: { heads, shares, rows: list.rows.map((row) => row.map(setText)) },
  })
}

/** Text from outside, line by line. */
const setText = (text: string): string => text.split('\n').map(printable).join('\n')
