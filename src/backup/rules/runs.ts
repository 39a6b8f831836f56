import type { Instant } from '#shared'
import { goodGenerations, HOUR_MS, type PlaceLook, type PlanLook } from './plan-look.ts'

/** 回 — one backup of the plan's data, wherever its copies lie. */
export interface Run {
  readonly takenAt: Instant
  readonly places: readonly PlaceLook[]
}

/** The plan's generations counted across its places, the newest first: copies of one evening are one generation. */
export function runsOf({ plan, places, now }: Pick<PlanLook, 'plan' | 'places' | 'now'>): readonly Run[] {
  const all = places
    .flatMap((look) => goodGenerations(look, now).map(({ takenAt }) => ({ takenAt, look })))
    .toSorted((a, b) => b.takenAt.localeCompare(a.takenAt))
  const nearMs = (plan.schedule.everyHours / 2) * HOUR_MS
  const runs: { takenAt: Instant; places: PlaceLook[] }[] = []
  for (const { takenAt, look } of all) {
    const last = runs.at(-1)
    // Two in one place are two, however near they are.
    const isSame = last && Date.parse(last.takenAt) - Date.parse(takenAt) < nearMs && !last.places.includes(look)
    if (isSame) last.places.push(look)
    else runs.push({ takenAt, places: [look] })
  }
  return runs
}
