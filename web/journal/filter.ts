import { addDays, isDay, startOf } from '#shared'
import type { Search } from '../app/router.tsx'

/** What the journal is narrowed to, as the server takes it. */
export type Filter = Readonly<
  Partial<Record<'act' | 'actorId' | 'subjectKind' | 'subjectId' | 'from' | 'until' | 'outcome', string>>
>

const outcomes: readonly (string | undefined)[] = ['done', 'refused', 'failed']

/**
 * The filter an address asks for: `?act=registry&person=…&day=2026-11-22`. A noun stands for all its acts, a whole act for
 * itself, and several of them, separated by commas, for any; `about=kind/id` for one thing. Days are days in Japan, the last
 * one included. What cannot be understood is left out and never taken for something else.
 */
export function filterOf({ act, person, about, day, outcome, ...days }: Search): Filter {
  const { from = day, until = day } = days
  const [kind, ...id] = about?.split('/') ?? []
  return {
    ...(act && { act: act.split(',').map(wholeAct).join() }),
    ...(person && { actorId: person }),
    ...(kind && id.length > 0 && { subjectKind: kind, subjectId: id.join('/') }),
    ...(from && isDay(from) && { from: startOf(from) }),
    ...(until && isDay(until) && { until: startOf(addDays(until, 1)) }),
    ...(outcomes.includes(outcome) && { outcome }),
  }
}

const wholeAct = (act: string) => (act.includes('.') ? act : `${act}.`)

/** The address of the journal with one part of the filter changed. */
export function filterAddress(search: Search, change: Search): string {
  const { act, person, about, day, from, until, outcome } = { ...search, ...change }
  const asked = Object.entries({ act, person, about, day, from, until, outcome })
  const chosen = asked.flatMap(([key, value]) => (value ? [[key, value]] : []))
  return chosen.length === 0 ? '/journal' : `/journal?${new URLSearchParams(chosen)}`
}
