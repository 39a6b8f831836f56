import { type Day, dayOf, parseDay, Refusal, systemClock } from '#shared'

/** The day somebody wrote on the command line, in any form people write days; today when they wrote none. */
export function readDay(text: string | undefined): Day {
  if (text === undefined) return dayOf(systemClock.now())
  const day = parseDay(text)
  if (!day) throw new Refusal('malformed', { reason: 'not-a-day', id: text })
  return day
}
