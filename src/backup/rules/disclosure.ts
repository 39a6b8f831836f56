import type { Judged, Rule } from './plan-look.ts'

/** Whether a copy that is stolen can be read; the engine knows, or the plan says it. The national survey asks this. */
export const checkDisclosure: Rule = ({ places }) =>
  places.map(({ place, observation }): Judged => {
    const known = observation.encryption === 'unknown' ? place.encrypted : observation.encryption === 'encrypted'
    const base = { placeId: place.id, facts: { by: observation.encryption === 'unknown' ? 'plan' : 'engine' } }
    if (known === undefined) return { ...base, state: 'unknown', code: 'encryption-unknown' }
    return { ...base, state: known ? 'met' : 'not-met', code: known ? 'encrypted' : 'not-encrypted' }
  })
