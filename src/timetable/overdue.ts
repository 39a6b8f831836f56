import type { Instant } from '#shared'
import { hoursBefore } from './hours.ts'

// Years of entries take minutes. What still runs after half a day hangs.
const LONGEST_RUN_MS = 12 * 3_600_000

interface Standing {
  readonly hours: string
  readonly createdAt: Instant
  readonly now: Instant
  /** When runs came to an end, in any order. */
  readonly ended: readonly Instant[]
  /** When the run began that goes on. */
  readonly runningSince?: Instant
}

/**
 * Whether two of its hours have passed without a run that came to an end. A run that "ended" in the future was written under
 * a wrong clock, and proves nothing.
 */
export function isOverdue({ hours, createdAt, now, ended, runningSince }: Standing): boolean {
  if (runningSince !== undefined && Math.abs(Date.parse(now) - Date.parse(runningSince)) < LONGEST_RUN_MS) return false
  const [, lastButOne] = hoursBefore(hours, now, 2)
  if (lastButOne === undefined || lastButOne <= createdAt) return false
  return !ended.some((end) => end >= lastButOne && end <= now)
}
