import { addDays, dayOf, type Instant, startOf } from '#shared'
import type { Schedule } from '../plan/plan.ts'

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const HOUR_MS = 3_600_000

/** The hours from one instant to another, without those of days on which no backup is expected (days in Asia/Tokyo). */
export function openHoursBetween(from: Instant, to: Instant, { closedDays }: Pick<Schedule, 'closedDays'>): number {
  const whole = (Date.parse(to) - Date.parse(from)) / HOUR_MS
  if (closedDays.length === 0 || whole <= 0) return whole
  let hours = 0
  let at = from
  while (at < to) {
    const next = startOf(addDays(dayOf(at), 1))
    const until = next < to ? next : to
    if (!closedDays.includes(weekdayOf(at))) hours += (Date.parse(until) - Date.parse(at)) / HOUR_MS
    at = until
  }
  return hours
}

function weekdayOf(instant: Instant): (typeof days)[number] {
  return days[new Date(`${dayOf(instant)}T00:00:00Z`).getUTCDay()] ?? 'sun'
}
