import { Cron } from 'croner'
import type { Instant } from '#shared'

// Whatever the time zone of the machine.
const cron = (hours: string) => new Cron(hours, { timezone: 'Asia/Tokyo', paused: true })

/** The hours that passed last, newest first. The hour itself has passed. */
export function hoursBefore(hours: string, now: Instant, count: number): readonly Instant[] {
  // What is asked for lies strictly before the time that is given.
  const passed = cron(hours).previousRuns(count, new Date(Date.parse(now) + 1))
  return passed.map((one) => one.toISOString())
}

/** The next hour, strictly after now. */
export function hourAfter(hours: string, now: Instant): Instant {
  const next = cron(hours).nextRun(new Date(now))
  if (!next) throw new TypeError(`${hours} never comes`)
  return next.toISOString()
}

/** The hour to be made up for: the one that passed last, if the facility was there already. */
export function dueHour(hours: string, now: Instant, createdAt: Instant): Instant | undefined {
  const [last] = hoursBefore(hours, now, 1)
  return last !== undefined && last > createdAt ? last : undefined
}
