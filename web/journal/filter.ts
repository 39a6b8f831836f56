import { addDays, isDay } from '#shared'
import type { Search } from '../app/router.tsx'

/** What the journal is narrowed to, as the server takes it. */
export type Filter = Readonly<Partial<Record<'act' | 'actorId' | 'from' | 'until', string>>>

/** The filter an address asks for: `?act=registry&person=…&day=2026-11-22`. A day is a day in Japan. */
export function filterOf({ act, person, day }: Search): Filter {
  return {
    ...(act && { act: `${act}.` }),
    ...(person && { actorId: person }),
    ...(day && isDay(day) && { from: midnight(day), until: midnight(addDays(day, 1)) }),
  }
}

const midnight = (day: string) => new Date(`${day}T00:00:00+09:00`).toISOString()

/** The address of the journal with one part of the filter changed. */
export function filterAddress(search: Search, change: Search): string {
  const { act, person, day } = { ...search, ...change }
  const chosen = Object.entries({ act, person, day }).flatMap(([key, value]) => (value ? [[key, value]] : []))
  return chosen.length === 0 ? '/journal' : `/journal?${new URLSearchParams(chosen)}`
}
