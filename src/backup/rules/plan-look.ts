import { type Instant, startOf } from '#shared'
import type { Finding } from '../finding.ts'
import type { Generation, Observation } from '../observation.ts'
import type { BackupPlan, Place, Retention, Schedule } from '../plan/plan.ts'
import type { RuleSet } from '../rule-set.ts'

/** One place with what was seen there, and what is asked of it. */
export interface PlaceLook {
  readonly place: Place
  readonly observation: Observation
  readonly schedule: Schedule
  readonly retention: Retention
  /** The newest first. */
  readonly generations: readonly Generation[]
  /** A medium that should be away, and is. */
  readonly isAway: boolean
  /** A person's word about it that still counts. */
  readonly word?: NonNullable<Place['seen']>
}

/** 計画の観察 — everything that the rules of one plan see; they see nothing else. */
export interface PlanLook {
  readonly plan: BackupPlan
  readonly rules: RuleSet
  readonly now: Instant
  readonly places: readonly PlaceLook[]
}

export type Judged = Omit<Finding, 'rule' | 'requirementId'>
export type Rule = (look: PlanLook) => readonly Judged[]

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

export function lookOf(plan: BackupPlan, observations: readonly Observation[], rules: RuleSet, now: Instant): PlanLook {
  const places = plan.places.flatMap((place) => {
    const observation = observations.find(({ placeId }) => placeId === place.id)
    return observation ? [placeLook(plan, place, observation, rules, now)] : []
  })
  return { plan, rules, now, places }
}

function placeLook(
  plan: BackupPlan,
  place: Place,
  observation: Observation,
  { seenValidDays }: RuleSet,
  now: Instant,
): PlaceLook {
  const age = place.seen && Date.parse(now) - Date.parse(startOf(place.seen.on))
  const counts = age !== undefined && age >= 0 && age <= (seenValidDays + 1) * DAY_MS && !isFromTheFuture(place, now)
  return {
    ...{ place, observation },
    schedule: place.schedule ?? plan.schedule,
    retention: place.retention ?? plan.retention,
    generations: observation.generations.toSorted((a, b) => (b.takenAt ?? '').localeCompare(a.takenAt ?? '')),
    isAway:
      place.engine === 'none' ||
      (place.reach === 'disconnected' && observation.troubles.some(({ code }) => code === 'place-missing')),
    ...(counts && place.seen ? { word: place.seen } : {}),
  }
}

/** A person's word about a day that has not come, or about a generation younger than the look. */
export function isFromTheFuture({ seen }: Place, now: Instant): boolean {
  return seen !== undefined && (startOf(seen.on) > now || seen.newestOn > seen.on)
}

/** Generations that can be counted on: not damaged, with a time that is not to come. */
export function goodGenerations(
  { generations }: PlaceLook,
  now: Instant,
): readonly (Generation & { takenAt: Instant })[] {
  return generations.flatMap((each) =>
    each.integrity !== 'damaged' && each.takenAt !== undefined && each.takenAt <= later(now, CLOCK_SLACK_MS)
      ? [{ ...each, takenAt: each.takenAt }]
      : [],
  )
}

// Two machines whose clocks are kept differ by seconds; ten minutes are no sign of anything.
export const CLOCK_SLACK_MS = 10 * 60_000

export function later(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString()
}

/** A place whose generations nobody saw, and of which no word counts: what it holds is unknown. */
export const isUnseen = ({ observation, word }: PlaceLook): boolean => !observation.listed && word === undefined
