import { addDays, type Day } from '#shared'

/** A year, where the facility decided nothing: the ministry's checklist and the inspection of a facility come yearly. */
const SNAPSHOT_DAYS = 365

/** When the next snapshot is due after the last one. Without any it is due now. */
export function dueAfter(
  last: Day | undefined,
  today: Day,
  withinDays = SNAPSHOT_DAYS,
): { readonly on?: Day; readonly overdue: boolean } {
  if (last === undefined) return { overdue: true }
  const on = addDays(last, withinDays)
  return { on, overdue: on < today }
}
