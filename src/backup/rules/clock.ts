import type { Generation } from '../observation.ts'
import { CLOCK_SLACK_MS, DAY_MS, HOUR_MS, type Judged, later, type PlaceLook, type Rule } from './plan-look.ts'

/** Whether the times of a generation agree: none to come, none written before or long after what its name says. */
export const checkClock: Rule = ({ places, now }) =>
  places.flatMap((look) => {
    const placeId = look.place.id
    const odd = look.generations.flatMap((each) => oddities(each, look, now).map((judged) => ({ ...judged, placeId })))
    if (odd.length > 0 || look.generations.length === 0) return odd
    return [{ state: 'met', code: 'clock-plausible', placeId, facts: {} }]
  })

function oddities(generation: Generation, { schedule }: PlaceLook, now: string): readonly Judged[] {
  const { id, takenAt, writtenAt, youngestAt, namedAt } = generation
  const odd = { state: 'not-met', generationId: id } as const
  const times = [takenAt, writtenAt, youngestAt].flatMap((time) => time ?? [])
  const coming = times.find((time) => time > later(now, CLOCK_SLACK_MS))
  if (coming !== undefined) return [{ ...odd, code: 'from-the-future', facts: { at: coming } }]
  // A dump that begins before midnight, or is copied the next morning, is written on the day after its name.
  const until =
    namedAt && later(namedAt.to, Math.min(DAY_MS, schedule.everyHours * HOUR_MS) + schedule.graceHours * HOUR_MS)
  if (namedAt && writtenAt && writtenAt < later(namedAt.from, -HOUR_MS)) {
    return [{ ...odd, code: 'name-disagrees', facts: { named: namedAt.from, at: writtenAt } }]
  }
  const touched = [writtenAt, youngestAt].find((time) => until !== undefined && time !== undefined && time > until)
  if (namedAt && touched) return [{ ...odd, code: 'written-later', facts: { named: namedAt.from, at: touched } }]
  // Without a name, a file that is younger than the digests of its generation was changed after them.
  if (!namedAt && writtenAt && youngestAt && youngestAt > later(writtenAt, HOUR_MS)) {
    return [{ ...odd, code: 'written-later', facts: { named: writtenAt, at: youngestAt } }]
  }
  return []
}
