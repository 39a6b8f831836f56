import { diffArrays } from 'diff'
import type { TextPart } from './comparison.ts'

/** A longer line is shown as changed from end to end. */
const longestLine = 5_000
/** A line with more changed words than this is another line. */
const mostEdits = 300

const words = new Intl.Segmenter('ja', { granularity: 'word' })
const wordsOf = (line: string) => [...words.segment(line)].map(({ segment }) => segment)

/** 言葉の違い — two lines, each as runs of words that the other has too and runs that it has not. */
export function changedParts(before: string, after: string): readonly [readonly TextPart[], readonly TextPart[]] {
  const isShort = Math.max(before.length, after.length) <= longestLine
  const runs = isShort ? diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostEdits }) : undefined
  if (!runs) return [whole(before), whole(after)]
  const parts = runs.map(({ value, added, removed }) => ({ text: value.join(''), added, removed }))
  return [
    parts.filter(({ added }) => !added).map(({ text, removed }) => ({ text: visible(text), changed: removed })),
    parts.filter(({ removed }) => !removed).map(({ text, added }) => ({ text: visible(text), changed: added })),
  ]
}

const whole = (line: string): readonly TextPart[] => (line === '' ? [] : [{ text: visible(line), changed: true }])

/** Signs that nobody sees, or that turn the order of what is read, by their number: a difference may lie in nothing else. */
export const visible = (text: string): string =>
  text.replaceAll(
    /[^\P{C}\t]/gu,
    (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  )
