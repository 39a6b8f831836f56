import type { Judged, Rule } from './plan-look.ts'

/** Whether what lies there is what was stored: by the engine's own check, by digests, or by reading to the end. */
export const checkIntegrity: Rule = ({ places }) =>
  places.flatMap(({ place, generations, observation }) => {
    const placeId = place.id
    const damaged = generations
      .filter(({ integrity }) => integrity === 'damaged')
      .map(({ id, damage = [] }): Judged => {
        const facts = { count: damage.length, example: damage[0] ?? '' }
        return { state: 'not-met', code: 'generation-damaged', placeId, generationId: id, facts }
      })
    const unchecked = generations.filter(({ integrity }) => integrity === 'unknown').length
    if (unchecked > 0) {
      const facts = { count: unchecked, generations: generations.length, engine: place.engine }
      return [...damaged, { state: 'unknown', code: 'not-checked', placeId, facts }]
    }
    if (damaged.length > 0 || generations.length === 0 || observation.troubles.length > 0) return damaged
    return [{ state: 'met', code: 'intact', placeId, facts: { generations: generations.length } }]
  })
