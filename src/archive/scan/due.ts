import { addDays, dayOf, type Instant, startOf } from '#shared'
import type { ScanPeriod } from './scan.ts'

const HOUR_MS = 3_600_000

/**
 * 電子化の期限 — until when a scan is to be signed (9.2), counted from when the paper was made or received. A period in business days ends with the
 * last of them, just before midnight in Japan; the day itself does not count. Public holidays are not known, so that the end may be told too early, and never too late.
 */
export function dueAt(from: Instant, { count, unit, closedOn }: ScanPeriod): Instant {
  if (unit === 'hours') return new Date(Date.parse(from) + count * HOUR_MS).toISOString()
  const isOpen = (day: string) => !closedOn.includes(weekdayOf(day))
  let day = dayOf(from)
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isOpen(day)) left--
  }
  return new Date(Date.parse(startOf(addDays(day, 1))) - 1).toISOString()
}

/** Sunday is 0. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()
