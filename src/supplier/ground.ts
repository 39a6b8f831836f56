import type { Access, Caller } from '#access'
import type { Journal } from '#journal'
import type { Registry } from '#registry'
import type { Clock, Json } from '#shared'
import type { Change, Storage } from '#storage'
import type { Tasks } from '#task'
import type { UnknownFact } from './question.ts'
import type { Act } from './words/act.ts'

export interface FacilityScope {
  readonly facilityId: string
}

/** What the use cases of this room stand on. */
export interface Ground {
  readonly storage: Storage
  readonly journal: Pick<Journal, 'append'>
  readonly registry: Pick<Registry, 'loadFacility'>
  readonly access: Pick<Access, 'createLinkAccount' | 'openLinkSession' | 'endLinkAccount' | 'failingEvenly'>
  readonly tasks: Pick<Tasks, 'open' | 'closeFor'>
  /** The persons of the registry for whom a caller acts, the one linked to the account first. */
  readonly standsFor: (caller: Caller) => Promise<readonly string[]>
  /** What the assessment does not know now. It lies above this room, so it is handed in. */
  readonly unknowns: (scope: FacilityScope) => Promise<readonly UnknownFact[]>
  readonly clock: Clock
  /** A random id that says nothing. */
  readonly newId: () => string
  readonly randomBytes: (size: number) => Uint8Array
}

/** Writes down, in the change itself, what happened. Ids, codes and facts only: no names, no free text. */
export async function note(
  { journal }: Ground,
  change: Change,
  { actor }: Caller,
  act: Act,
  subject: { readonly kind: 'question-sheet' | 'supplier-question' | 'supplier-link'; readonly id: string },
  detail: Readonly<Record<string, Json | undefined>>,
): Promise<void> {
  await journal.append(change, { act, actor, subject, detail })
}

export const scopeOf = ({ facilityId }: FacilityScope): FacilityScope => ({ facilityId })

/** Who wrote a row: the account, or what kind of actor it was. */
export const writerOf = ({ actor }: Caller): string => actor.id ?? actor.kind
