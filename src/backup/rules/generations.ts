import { goodGenerations, isUnseen, type Judged, type PlanLook, type Rule } from './plan-look.ts'
import { runsOf } from './runs.ts'

/** Whether there are as many good generations as the rules ask of the plan, and as the plan says of each place. */
export const checkGenerations: Rule = (look) => [ofPlan(look), ...ofPlaces(look)]

function ofPlan(look: PlanLook): Judged {
  const byWord = look.places.map(({ word }) => word?.generations ?? 0)
  const found = Math.max(runsOf(look).length, ...byWord)
  const facts = { found, needed: look.rules.minGenerations }
  if (found >= facts.needed) return { state: 'met', code: 'enough-generations', facts }
  if (look.places.some(isUnseen)) return { state: 'unknown', code: 'generations-unknown', facts }
  return { state: 'not-met', code: 'too-few-generations', facts }
}

function ofPlaces({ places, now }: PlanLook): readonly Judged[] {
  return places.flatMap((look): readonly Judged[] => {
    const needed = look.retention.generations
    if (needed === undefined || isUnseen(look)) return []
    const found = look.observation.listed ? goodGenerations(look, now).length : (look.word?.generations ?? 0)
    if (found >= needed) return []
    return [{ state: 'not-met', code: 'too-few-generations', placeId: look.place.id, facts: { found, needed } }]
  })
}
