import type { Counts, PresentedRequirement, State } from '#assessment/contract'
import type { Shown } from './view.ts'

const NOTHING: Counts = { met: 0, 'not-met': 0, unknown: 0, 'not-applicable': 0 }

/** How many stand in each state. */
export function countsOf(requirements: readonly Pick<PresentedRequirement, 'state'>[]): Counts {
  const counts: Record<State, number> = { ...NOTHING }
  for (const { state } of requirements) counts[state] += 1
  return counts
}

/** The base of every figure: what does not apply here does not count. */
export const baseOf = (counts: Counts) => counts.met + counts['not-met'] + counts.unknown

export function countOf(counts: Counts, shown: Shown): number {
  if (shown === 'open') return counts['not-met'] + counts.unknown
  return shown === 'all' ? baseOf(counts) + counts['not-applicable'] : counts[shown]
}
