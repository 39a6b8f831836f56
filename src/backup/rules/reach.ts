import type { Judged, Rule } from './plan-look.ts'

/** Whether a copy that should be out of reach really is: this account tried, without writing. */
export const checkReach: Rule = ({ places }) =>
  places.flatMap(({ place, observation, isAway }): readonly Judged[] => {
    if (place.reach === 'online' || place.engine === 'none') return []
    const facts = { reach: place.reach, because: observation.writingBecause ?? '' }
    if (observation.writing === 'open')
      return [{ state: 'not-met', code: 'writable-from-here', placeId: place.id, facts }]
    if (isAway) return [{ state: 'met', code: 'medium-away', placeId: place.id, facts }]
    const isClosed = observation.writing === 'closed'
    return [
      {
        state: isClosed ? 'met' : 'unknown',
        code: isClosed ? 'not-writable' : 'writing-unknown',
        placeId: place.id,
        facts,
      },
    ]
  })
