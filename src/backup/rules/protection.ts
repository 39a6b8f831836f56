import { DAY_MS, type Judged, later, type PlaceLook, type PlanLook, type Rule } from './plan-look.ts'
import { type Run, runsOf } from './runs.ts'

/** Whether, from the third generation on (or as the rules say), a copy lies where neither network nor program can write. */
export const checkProtection: Rule = (look) => {
  const runs = runsOf(look)
  return [fromGeneration(look, runs), ...afterDays(look, runs)]
}

function fromGeneration({ rules, places }: PlanLook, runs: readonly Run[]): Judged {
  const needed = Math.max(1, rules.minGenerations - rules.protectedFrom + 1)
  const among = runs.slice(rules.protectedFrom - 1)
  const byWord = places.filter(isProtectedByWord).map(({ word }) => word?.generations ?? 0)
  const found = among.filter(({ places: copies }) => copies.some((copy) => protectionOf(copy) === 'yes')).length
  const facts = { from: rules.protectedFrom, needed, found: Math.max(found, ...byWord) }
  if (facts.found >= needed) return { state: 'met', code: 'protected', facts }
  const isUnknown = places.some((place) => protectionOf(place) === 'unknown')
  return { state: isUnknown ? 'unknown' : 'not-met', code: isUnknown ? 'protection-unknown' : 'not-protected', facts }
}

function afterDays({ rules, places, now }: PlanLook, runs: readonly Run[]): readonly Judged[] {
  const days = rules.protectedAfterDays
  if (days === undefined || places.some(isProtectedByWord)) return []
  const before = later(now, -days * DAY_MS)
  const open = runs.filter((run) => run.takenAt < before && !run.places.some((place) => protectionOf(place) === 'yes'))
  if (open.length === 0) return []
  return [{ state: 'not-met', code: 'old-not-protected', facts: { count: open.length, days } }]
}

/** Whether malware on this network could change what lies there. What was tried counts for more than what the plan says. */
export function protectionOf({ place, observation, word, isAway }: PlaceLook): 'yes' | 'no' | 'unknown' {
  if (observation.writing === 'open' || place.reach === 'online') return 'no'
  if (isAway) return word ? 'yes' : 'unknown'
  return observation.listed && observation.writing === 'closed' ? 'yes' : 'unknown'
}

const isProtectedByWord = (look: PlaceLook) => look.isAway && look.word !== undefined && protectionOf(look) === 'yes'
