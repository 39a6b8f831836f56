// The first ones soon, for a server that is started anew; later ones for a line that is repaired.
const PAUSES_MINUTES = [1, 5, 15, 60]
const LAST_PAUSE_MINUTES = 180

/** Nothing waits longer than this for its next attempt: what does was written under a clock that was wrong. */
export const LONGEST_PAUSE_MS = LAST_PAUSE_MINUTES * 60_000

// A weekend's end is not waited for: an alarm of two days ago is no news, and the page says that it was not told.
const GIVE_UP_MS = 48 * 3_600_000

/** When to try again after so many attempts; undefined when it is given up. */
export function nextAttempt(attempts: number, madeAt: string, now: string): string | undefined {
  const minutes = PAUSES_MINUTES[attempts - 1] ?? LAST_PAUSE_MINUTES
  const next = Date.parse(now) + minutes * 60_000
  return next - Date.parse(madeAt) > GIVE_UP_MS ? undefined : new Date(next).toISOString()
}
