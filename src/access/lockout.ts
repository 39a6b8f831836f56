import type { Instant } from '#shared'

// 6.5 D-4 of guideline 5.2 asks for a wait after failures and a stop after some; the numbers are ours. Three
// mistypings cost nothing, then the wait doubles from five seconds; after ten the account rests for half an hour.
const FREE_TRIES = 3
const FIRST_WAIT_SECONDS = 5
const TRIES_UNTIL_LOCKED = 10
const LOCKED_SECONDS = 30 * 60

/** How often in a row an account was tried in vain, and until when it takes no further try. */
export interface Tries {
  readonly failedCount: number
  readonly lockedUntil?: Instant
}

/** Whether a try has to wait still. */
export function isLocked(tries: Tries, now: Instant): boolean {
  return tries.lockedUntil !== undefined && now < tries.lockedUntil
}

/** The tries after one more that failed. */
export function afterFailure(tries: Tries, now: Instant): Tries {
  const failedCount = tries.failedCount + 1
  const seconds = waitSeconds(failedCount)
  if (seconds === 0) return { failedCount }
  return { failedCount, lockedUntil: new Date(Date.parse(now) + seconds * 1000).toISOString() }
}

/** Whether this many failures are told as a lockout and not only as a wait. */
export function isLockout(failedCount: number): boolean {
  return failedCount >= TRIES_UNTIL_LOCKED
}

function waitSeconds(failedCount: number): number {
  if (isLockout(failedCount)) return LOCKED_SECONDS
  return failedCount < FREE_TRIES ? 0 : FIRST_WAIT_SECONDS * 2 ** (failedCount - FREE_TRIES)
}
