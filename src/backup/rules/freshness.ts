import { addDays, startOf } from '#shared'
import { openHoursBetween } from './open-hours.ts'
import { goodGenerations, HOUR_MS, type Judged, later, type PlaceLook, type PlanLook, type Rule } from './plan-look.ts'

/** Whether the newest good generation is as young as the schedule says, and the plan's youngest as its RPO says. */
export const checkFreshness: Rule = (look) => [
  ...look.places.flatMap((place) => ofPlace(place, look)),
  ...beyondRpo(look),
]

function ofPlace(placeLook: PlaceLook, { now }: PlanLook): readonly Judged[] {
  const { place, schedule, observation, generations } = placeLook
  const placeId = place.id
  if (!observation.listed && placeLook.word === undefined) return []
  const newestAt = newestOf(placeLook, now)
  if (newestAt === undefined) {
    const isTimeless = generations.some(({ takenAt, integrity }) => takenAt === undefined && integrity !== 'damaged')
    return [
      { state: isTimeless ? 'unknown' : 'not-met', code: isTimeless ? 'no-time' : 'no-generation', placeId, facts: {} },
    ]
  }
  const ageHours = rounded(openHoursBetween(newestAt, now, schedule))
  const allowedHours = schedule.everyHours + schedule.graceHours
  const isFresh = ageHours <= allowedHours
  const facts = { newestAt, ageHours, allowedHours }
  return [{ state: isFresh ? 'met' : 'not-met', code: isFresh ? 'fresh' : 'stale', placeId, facts }]
}

function beyondRpo({ plan, places, now }: PlanLook): readonly Judged[] {
  const newest = places
    .flatMap((place) => newestOf(place, now) ?? [])
    .toSorted()
    .at(-1)
  if (plan.rpoHours === undefined || newest === undefined) return []
  const ageHours = rounded((Date.parse(now) - Date.parse(newest)) / HOUR_MS)
  if (ageHours <= plan.rpoHours) return []
  return [{ state: 'not-met', code: 'beyond-rpo', facts: { ageHours, rpoHours: plan.rpoHours } }]
}

/** A person says days; such a generation counts as taken at the end of its day, but not later than now. */
function newestOf(look: PlaceLook, now: string): string | undefined {
  const [newest] = goodGenerations(look, now)
  if (newest || !look.word) return newest?.takenAt
  const end = later(startOf(addDays(look.word.newestOn, 1)), -1)
  return end < now ? end : now
}

const rounded = (hours: number) => Math.max(0, Math.round(hours * 10) / 10)
