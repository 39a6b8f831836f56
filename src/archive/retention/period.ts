import type { Day } from '#shared'
import type { Counted, Duty } from './duty.ts'
import { yearsAfter } from './years-after.ts'

/** Why nobody can say when the keeping ends. */
export type OpenReason =
  | { readonly code: 'no-rule' } // no law and no rule of the facility speaks of it
  | { readonly code: 'no-years' | 'start-unstated'; readonly duty: Duty }
  | { readonly code: 'start-unknown'; readonly duty: Duty; readonly startsWith: Counted }

/** A duty whose last day is known. */
export interface Ending {
  readonly duty: Duty & { readonly years: number; readonly startsWith: Counted }
  readonly startedOn: Day
  /** The last day on which it must be kept. */
  readonly endsOn: Day
}

/** 保存期間 — until when a document must be kept. Open: there is no last day, so it is never destroyed. */
export type Period =
  | { readonly state: 'open'; readonly reasons: readonly OpenReason[]; readonly endings: readonly Ending[] }
  | { readonly state: 'running' | 'ended'; readonly last: Ending; readonly endings: readonly Ending[] }

/** The longest of all duties wins, and one whose end is unknown might be the longest. */
export function periodOf(duties: readonly Duty[], starts: Readonly<Partial<Record<Counted, Day>>>, today: Day): Period {
  const counted = duties.map((duty) => count(duty, starts))
  const endings = counted.filter((one) => 'endsOn' in one).toSorted((a, b) => b.endsOn.localeCompare(a.endsOn))
  const reasons = counted.filter((one) => 'code' in one)
  const [last] = endings
  if (reasons.length > 0) return { state: 'open', reasons, endings }
  if (last === undefined) return { state: 'open', reasons: [{ code: 'no-rule' }], endings }
  return { state: last.endsOn < today ? 'ended' : 'running', last, endings }
}

function count(duty: Duty, starts: Readonly<Partial<Record<Counted, Day>>>): Ending | OpenReason {
  const { years, startsWith } = duty
  if (years === null) return { code: 'no-years', duty }
  if (startsWith === null) return { code: 'start-unstated', duty }
  const startedOn = starts[startsWith]
  if (startedOn === undefined) return { code: 'start-unknown', duty, startsWith }
  return { duty: { ...duty, years, startsWith }, startedOn, endsOn: yearsAfter(startedOn, years) }
}
