import { diffArrays } from 'diff'

/** Lines that stand in both, but elsewhere. Beyond this the order has so little in common that nothing is learnt from it. */
const mostEdits = 5_000
const longestMs = 5_000

/** 並べた行 — a place in the one beside its place in the other, from 0; with one place only it was removed or added. */
export interface AlignedRow {
  readonly before?: number
  readonly after?: number
  readonly same: boolean
}

/** Puts two lists side by side so that most of them agree. What was removed and what came in its place stand in one row. Undefined where their order is too different. */
export function align(before: readonly string[], after: readonly string[]): readonly AlignedRow[] | undefined {
  const matches = matchesOf(before, after)
  if (!matches) return undefined
  const rows: AlignedRow[] = []
  const at = { before: 0, after: 0 }
  for (const end of [...matches, { before: before.length, after: after.length }]) {
    while (at.before < end.before && at.after < end.after)
      rows.push({ before: at.before++, after: at.after++, same: false })
    while (at.before < end.before) rows.push({ before: at.before++, same: false })
    while (at.after < end.after) rows.push({ after: at.after++, same: false })
    if (end.before < before.length) rows.push({ before: at.before++, after: at.after++, same: true })
  }
  return rows
}

interface Match {
  readonly before: number
  readonly after: number
}

/** Only what stands in both can agree: without the rest, even two that have nothing in common are through at once. */
function matchesOf(before: readonly string[], after: readonly string[]): readonly Match[] | undefined {
  const [left, right] = [placesIn(before, new Set(after)), placesIn(after, new Set(before))]
  const limits = { maxEditLength: mostEdits, timeout: longestMs }
  const runs = diffArrays(
    left.map((place) => before[place]),
    right.map((place) => after[place]),
    limits,
  )
  if (!runs) return undefined
  const matches: Match[] = []
  let [one, other] = [0, 0]
  for (const { added, removed, count } of runs) {
    if (!added && !removed)
      for (let n = 0; n < count; n++) matches.push({ before: left[one + n] ?? 0, after: right[other + n] ?? 0 })
    if (!added) one += count
    if (!removed) other += count
  }
  return matches
}

const placesIn = (list: readonly string[], other: ReadonlySet<string>): readonly number[] =>
  list.flatMap((value, place) => (other.has(value) ? [place] : []))
