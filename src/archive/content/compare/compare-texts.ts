import { type AlignedRow, align } from './align.ts'
import { changedParts, visible } from './changed-parts.ts'
import type { TextComparison, TextPart, TextRow } from './comparison.ts'

/** A textbook of a thousand pages; what is beyond is told. */
const mostText = 1_000_000
/** More than anybody looks through on a screen. */
const mostRows = 2_000
/** Lines that are the same, before and behind one that differs: where in the document it stands. */
const around = 3

/** 文字の比較 — two texts side by side, line by line; what is the same is left out but for its edges. */
export function compareTexts(before: string, after: string): TextComparison {
  if (before.trim() === '' && after.trim() === '') return { kind: 'none', why: { code: 'no-text', facts: {} } }
  const lines = { before: linesOf(before), after: linesOf(after) }
  const aligned = align(lines.before, lines.after)
  if (!aligned) return { kind: 'none', why: { code: 'too-different', facts: {} } }
  const kept = withoutTheSame(aligned)
  return {
    kind: 'compared',
    rows: kept.slice(0, mostRows).map((row) => ('count' in row ? row : rowOf(row, lines))),
    differing: aligned.filter(({ same }) => !same).length,
    leftOut: Math.max(0, kept.length - mostRows),
    cut: Math.max(before.length, after.length) > mostText,
  }
}

/** Spaces at the end of a line are nothing that anybody wrote; an end of the text is no line. */
const linesOf = (text: string): readonly string[] =>
  text
    .slice(0, mostText)
    .split(/\r\n|[\n\r\f]/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')

type Skipped = { readonly mark: 'skipped'; readonly count: number }

function withoutTheSame(rows: readonly AlignedRow[]): readonly (AlignedRow | Skipped)[] {
  const isNear = new Uint8Array(rows.length)
  for (const [index, { same }] of rows.entries())
    if (!same) isNear.fill(1, Math.max(0, index - around), index + around + 1)
  const kept: (AlignedRow | Skipped)[] = []
  for (const [index, row] of rows.entries()) {
    const last = kept.at(-1)
    if (isNear[index] === 1) kept.push(row)
    else if (last && 'count' in last) kept[kept.length - 1] = { mark: 'skipped', count: last.count + 1 }
    else kept.push({ mark: 'skipped', count: 1 })
  }
  return kept
}

type Lines = { readonly before: readonly string[]; readonly after: readonly string[] }

function rowOf({ before, after, same }: AlignedRow, lines: Lines): TextRow {
  if (before === undefined) return { mark: 'added', after: plain(after ?? 0, lines.after) }
  if (after === undefined) return { mark: 'removed', before: plain(before, lines.before) }
  if (same) return { mark: 'same', before: plain(before, lines.before), after: plain(after, lines.after) }
  const [left, right] = changedParts(lines.before[before] ?? '', lines.after[after] ?? '')
  return { mark: 'changed', before: left, after: right }
}

const plain = (index: number, lines: readonly string[]): readonly TextPart[] => [
  { text: visible(lines[index] ?? ''), changed: false },
]
