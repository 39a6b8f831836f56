import type { Facility } from '#registry/contract'
import { addDays, type Day } from '#shared'
import type { LogReviewRow } from '#storage'
import { standing, systemsOf } from './kept.ts'
import type { DueView } from './wire.ts'

/** So many days before it is due, it is told: a week's round of work. */
const SOON_DAYS = 7

/**
 * 次の確認 — when which log is to be looked through again: ours, and that of each system of the registry. The day of a system is
 * the registry's, whoever wrote it; a review explains it where it is of the same day.
 */
export function dueOf(facility: Facility, rows: readonly LogReviewRow[], today: Day): readonly DueView[] {
  const reviews = standing(rows).toSorted((a, b) => (a.reviewed_on < b.reviewed_on ? 1 : -1))
  const interval = facility.limits?.logReviewDays
  const [ours] = reviews.filter(({ target }) => target === 'journal')
  const systems = (facility.systems ?? []).map(({ id, name, log }): DueView => {
    const lastOn = log?.reviewedOn
    const because = reviews.find((row) => row.reviewed_on === lastOn && systemsOf(row).some((one) => one.id === id))
    return { target: 'system', systemId: id, name, ...stateOf(lastOn, interval, today), ...saidBy(because) }
  })
  return [{ target: 'journal', ...stateOf(ours?.reviewed_on, interval, today), ...saidBy(ours) }, ...systems]
}

function saidBy(row: LogReviewRow | undefined): Pick<DueView, 'lastBy' | 'coveredUntil'> {
  return row ? { lastBy: row.reviewer_name, coveredUntil: row.until_on } : {}
}

/** A day that has not come yet says nothing. */
function stateOf(
  said: Day | undefined,
  interval: number | undefined,
  today: Day,
): Pick<DueView, 'lastOn' | 'dueOn' | 'state'> {
  const lastOn = said !== undefined && said <= today ? said : undefined
  if (interval === undefined) return { lastOn, state: 'no-interval' }
  if (lastOn === undefined) return { state: 'never' }
  const dueOn = addDays(lastOn, interval)
  const state = dueOn < today ? 'late' : addDays(today, SOON_DAYS) >= dueOn ? 'soon' : 'in-time'
  return { lastOn, dueOn, state }
}
