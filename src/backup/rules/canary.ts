import type { Judged, PlaceLook, Rule } from './plan-look.ts'

const codes = { changed: 'canary-changed', missing: 'canary-missing', unknown: 'canary-unknown' } as const

/** Whether the files that nobody changes are as they were: who encrypts everything changes them too. */
export const checkCanary: Rule = ({ places }) =>
  places.flatMap((look) => (look.place.canaries.length === 0 || !look.observation.listed ? [] : ofPlace(look)))

function ofPlace({ place, generations }: PlaceLook): readonly Judged[] {
  const placeId = place.id
  const looked = generations.filter(({ canaries = [] }) => canaries.length > 0)
  const wrong = looked.flatMap(({ id, canaries = [] }) =>
    canaries.flatMap(({ path, state }): readonly Judged[] => {
      if (state === 'kept') return []
      const finding = { code: codes[state], placeId, generationId: id, facts: { path } }
      return [{ ...finding, state: state === 'unknown' ? 'unknown' : 'not-met' }]
    }),
  )
  if (wrong.length > 0) return wrong
  const isSeen = looked.length > 0
  const facts = { generations: looked.length }
  return [{ state: isSeen ? 'met' : 'unknown', code: isSeen ? 'canary-kept' : 'canary-unknown', placeId, facts }]
}
