/** 時点 — an instant in UTC, ISO 8601 with milliseconds: `2026-11-22T01:02:03.004Z`. Sorts as text. */
export type Instant = string

/** 日 — a day of the calendar in Asia/Tokyo: `2026-11-22`. Sorts as text. */
export type Day = string

/** Time is handed in, so that a test can hold it still. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => new Date().toISOString() }

// Japan has had no daylight saving since 1951, so a fixed offset is exact for every day this program meets.
const TOKYO_OFFSET_MS = 9 * 3_600_000
const DAY_MS = 86_400_000

/** The day in Asia/Tokyo on which the instant falls, whatever the time zone of the machine. */
export function dayOf(instant: Instant): Day {
  return new Date(Date.parse(instant) + TOKYO_OFFSET_MS).toISOString().slice(0, 10)
}

/** The time of day in Asia/Tokyo: `04:50:03`. */
export function timeOf(instant: Instant): string {
  return new Date(Date.parse(instant) + TOKYO_OFFSET_MS).toISOString().slice(11, 19)
}

/** Whether the text is a day that exists: `2026-02-29` is not. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** The instant at which the day begins in Asia/Tokyo. */
export function startOf(day: Day): Instant {
  return new Date(Date.parse(`${day}T00:00:00Z`) - TOKYO_OFFSET_MS).toISOString()
}

/** 年度 — the Japanese fiscal year (April to March) in which the day falls. */
export function fiscalYearOf(day: Day): number {
  const year = Number(day.slice(0, 4))
  return Number(day.slice(5, 7)) >= 4 ? year : year - 1
}
