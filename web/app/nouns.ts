import type { Say } from './i18n.ts'

type Word = Parameters<Say<'app'>>[0]

/** A place one can go to. `action` is the permission without which the place is not shown. */
export interface Place {
  readonly href: string
  readonly word: Word
  readonly action?: string
}

/** The nouns of the left side, in the order of a day's work. A noun appears here when it exists, not before. */
export const places: readonly Place[] = [
  { href: '/', word: 'nav.today' },
  { href: '/registry', word: 'nav.registry' },
  { href: '/assessment', word: 'nav.assessment' },
  { href: '/journal', word: 'nav.journal' },
]

export const administration: readonly Place[] = [
  { href: '/users', word: 'nav.users' },
  { href: '/settings', word: 'nav.settings' },
  { href: '/welcome', word: 'nav.wizard' },
]

/** Whether the address lies in the place, so that a requirement's page keeps 点検 marked. */
export function isAt(place: Place, path: string): boolean {
  if (place.href === '/assessment' && path.startsWith('/report')) return true
  return place.href === '/' ? path === '/' : path === place.href || path.startsWith(`${place.href}/`)
}
