import type { DueView, LookLine } from '#log-review/contract'
import { addDays, type Day, daysBetween } from '#shared'

/** 期間 — the days of a log that are looked through, both included. */
export interface Period {
  readonly fromOn: Day
  readonly untilOn: Day
}

/** Where nobody looked before: as far as a month's review goes. */
const FIRST_DAYS = 30
/** What the server takes at most. */
const MOST_DAYS = 366

/** The days that are to be looked through next: from where the last review ended up to yesterday, which is over. */
export function nextPeriod({ coveredUntil }: Pick<DueView, 'coveredUntil'>, today: Day): Period {
  const untilOn = addDays(today, -1)
  const fromOn = coveredUntil === undefined ? addDays(untilOn, 1 - FIRST_DAYS) : addDays(coveredUntil, 1)
  if (fromOn > untilOn) return { fromOn: today, untilOn: today }
  return daysBetween(fromOn, untilOn) < MOST_DAYS
    ? { fromOn, untilOn }
    : { fromOn: addDays(untilOn, 1 - MOST_DAYS), untilOn }
}

/** The days of a review, and nothing else of it. */
export const periodOf = ({ fromOn, untilOn }: Period): Period => ({ fromOn, untilOn })

/** The address at which the journal shows exactly the entries of a line. */
export function journalAddress({ act, actorId, outcome, fromOn, untilOn }: LookLine['filter']): string {
  const asked = { act, person: actorId, from: fromOn, until: untilOn, outcome }
  const chosen = Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  return `/journal?${new URLSearchParams(chosen)}`
}
