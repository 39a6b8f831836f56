import type { Counts, State } from '../../contract.ts'

/** 合計 — the items that count: those that do not apply stay outside. */
export const totalOf = (counts: Counts): number => counts.met + counts['not-met'] + counts.unknown

export function countStates(requirements: readonly { readonly state: State }[]): Counts {
  const of = (state: State) => requirements.filter((requirement) => requirement.state === state).length
  return { met: of('met'), 'not-met': of('not-met'), unknown: of('unknown'), 'not-applicable': of('not-applicable') }
}
