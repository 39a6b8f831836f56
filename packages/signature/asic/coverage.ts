import type { Coverage } from '../validation/opened.ts'
import { listed } from './container.ts'

/** In a container everything stands beside its signature. */
export const withoutDetached = ({ whole, remarks }: Coverage): Coverage => ({
  whole,
  remarks: remarks.filter(({ code }) => code !== 'detached'),
})

/** The files that one of its signatures leaves out, and those that nobody signed. */
export function coverageIn(
  contents: readonly string[],
  { whole, remarks }: Coverage,
  covered: readonly string[],
  byAnybody: ReadonlySet<string>,
): Coverage {
  const outside = contents.filter((name) => !covered.includes(name))
  const nobody = contents.filter((name) => !byAnybody.has(name))
  return {
    whole: whole && outside.length === 0 && contents.length > 0,
    remarks: [...remarks, ...named('not-covered', outside), ...named('signed-by-nobody', nobody)],
  }
}

/** None: nothing to say. */
export const named = (code: string, names: readonly string[]): Coverage['remarks'] =>
  names.length === 0 ? [] : [{ code, facts: { count: names.length, names: listed(names) } }]
