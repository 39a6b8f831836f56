import { goodGenerations, type Judged, type Rule } from './plan-look.ts'

/** Whether the newest generation holds what the plan says it holds, and none is empty. */
export const checkCompleteness: Rule = ({ places, now }) =>
  places.flatMap((look): readonly Judged[] => {
    const placeId = look.place.id
    const empty = look.generations
      .filter(({ files, bytes }) => files === 0 || bytes === 0)
      .map(({ id }): Judged => ({ state: 'not-met', code: 'empty-generation', placeId, generationId: id, facts: {} }))
    const [newest] = goodGenerations(look, now)
    const lacking = (newest?.lacking ?? []).map((path): Judged => {
      return { state: 'not-met', code: 'lacks-path', placeId, generationId: newest?.id ?? '', facts: { path } }
    })
    if (empty.length > 0 || lacking.length > 0 || look.place.holds.length === 0 || !newest)
      return [...empty, ...lacking]
    const isKnown = newest.lacking !== undefined
    const facts = { paths: look.place.holds.length }
    return [
      { state: isKnown ? 'met' : 'unknown', code: isKnown ? 'holds-everything' : 'holds-unknown', placeId, facts },
    ]
  })
