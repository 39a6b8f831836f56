import { isUnseen, type Judged, type Rule } from './plan-look.ts'

/** Whether the copies are made by several methods: two engines, two kinds of medium, or one that is appended to and one that is not. */
export const checkMethods: Rule = ({ places, rules }): readonly Judged[] => {
  const methods = new Set(
    places
      .filter((look) => !isUnseen(look))
      .map(({ place }) => `${place.engine} ${place.medium} ${place.reach === 'online' ? '+' : '-'}`),
  )
  const facts = { found: methods.size, needed: rules.minMethods }
  if (methods.size >= rules.minMethods) return [{ state: 'met', code: 'several-methods', facts }]
  return [{ state: places.some(isUnseen) ? 'unknown' : 'not-met', code: 'one-method', facts }]
}
