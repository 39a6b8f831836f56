import { addDays, type Day } from '#shared'
import { weights } from '../weights.ts'

/**
 * 期限の提案 — by when a gap should be closed, proposed by its weight. The days are ours, not the guideline's: whoever
 * opens the task may choose another.
 */
const bands = [
  // A minimum item known to fall short where intruders came in: before the next fortnight's backup is the last one.
  { from: weights.notMet + weights.minimum + 200, days: 14 },
  // Any other minimum item known to fall short.
  { from: weights.notMet + weights.minimum, days: 30 },
  // A recommended one.
  { from: weights.notMet, days: 90 },
  // What is not known has to be asked for, and suppliers take their time.
  { from: weights.minimum, days: 60 },
] as const

const OTHERWISE_DAYS = 180

export function proposedDue(weight: number, today: Day): Day {
  return addDays(today, bands.find(({ from }) => weight >= from)?.days ?? OTHERWISE_DAYS)
}
