import type { TroubleCode } from '../observation.ts'
import { isFromTheFuture, type Judged, type PlaceLook, type Rule } from './plan-look.ts'

/** What is certainly wrong; every other trouble leaves the place unknown. */
const wrong: ReadonlySet<TroubleCode> = new Set([
  'damaged',
  'wrong-password',
  'secret-missing',
  'not-a-place',
  'locked',
])

/** Whether each place could be looked at; where no program can look, a person's word counts for some weeks. */
export const checkPlaceSeen: Rule = ({ places, rules, now }) =>
  places.flatMap((look) => (look.isAway ? [wordOf(look, rules.seenValidDays, now)] : looked(look)))

function looked({ place, observation }: PlaceLook): readonly Judged[] {
  const troubles = observation.troubles.map(({ code, facts }): Judged => {
    return { state: wrong.has(code) ? 'not-met' : 'unknown', code, placeId: place.id, facts }
  })
  if (troubles.length > 0) return troubles
  const facts = { generations: observation.generations.length, engine: observation.engine ?? place.engine }
  return [{ state: 'met', code: 'seen', placeId: place.id, facts }]
}

function wordOf({ place, word }: PlaceLook, days: number, now: string): Judged {
  const { seen } = place
  if (!seen) return { state: 'unknown', code: 'never-seen', placeId: place.id, facts: {} }
  const facts = { on: seen.on, by: seen.by, how: seen.how, newestOn: seen.newestOn, days }
  if (isFromTheFuture(place, now)) return { state: 'not-met', code: 'word-of-the-future', placeId: place.id, facts }
  const counts = word !== undefined
  return {
    state: counts ? 'met' : 'unknown',
    code: counts ? 'word-of-a-person' : 'word-expired',
    placeId: place.id,
    facts,
  }
}
