import type { Action } from '#access/contract'
import type { Say } from './i18n.ts'
import { useSession } from './session.ts'

type Word = Parameters<Say<'app'>>[0]

/** A place one can go to. `action` is the permission without which the place is not shown. */
export interface Place {
  readonly href: string
  readonly word: Word
  readonly action?: Action
}

/** The nouns of the left side, in the order of a day's work. A noun appears here when it exists, not before. */
export const places: readonly Place[] = [
  { href: '/', word: 'nav.today' },
  { href: '/registry', word: 'nav.registry', action: 'registry.read' },
  { href: '/assessment', word: 'nav.assessment', action: 'assessment.read' },
  { href: '/suppliers', word: 'nav.suppliers', action: 'supplier.read' },
  { href: '/signatures', word: 'nav.signatures', action: 'signature.verify' },
  { href: '/archive/documents', word: 'nav.archive', action: 'document.read' },
  { href: '/journal', word: 'nav.journal', action: 'journal.read' },
]

export const administration: readonly Place[] = [
  { href: '/log-review', word: 'nav.logReview', action: 'log-review.read' },
  { href: '/archive/destruction', word: 'nav.destruction', action: 'retention.read' },
  { href: '/archive/retention', word: 'nav.retention', action: 'retention.read' },
  { href: '/archive/media', word: 'nav.media', action: 'medium.read' },
  { href: '/users', word: 'nav.users', action: 'account.read' },
  { href: '/keys', word: 'nav.keys', action: 'keys.rotate' },
  { href: '/witnesses', word: 'nav.witnesses', action: 'witness.read' },
  { href: '/timetable', word: 'nav.timetable', action: 'timetable.read' },
  { href: '/settings', word: 'nav.settings' },
  { href: '/welcome', word: 'nav.wizard', action: 'registry.change' },
]

/** Whether the address lies in the place, so that a requirement's page keeps 点検 marked. */
export function isAt(place: Place, path: string): boolean {
  return place.href === '/' ? path === '/' : path === place.href || path.startsWith(`${place.href}/`)
}

/** The places this person may enter. */
export function useOpenPlaces(all: readonly Place[]): readonly Place[] {
  const { may } = useSession()
  return all.filter(({ action }) => action === undefined || may.includes(action))
}
