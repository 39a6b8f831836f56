import { type Edition, type Library, type Requirement, requirement } from '@omamori/guideline'
import type { Caller } from '#access'
import type { Journal, NewEntry } from '#journal'
import type { Registry } from '#registry'
import { type Clock, type Day, Refusal } from '#shared'
import type { Blobs, Change, Storage } from '#storage'
import type { Suppliers } from '#supplier'
import type { ArchiveFacts } from './looks/archive-facts.ts'
import type { Act } from './words/act.ts'

/** What the use cases of this room stand on. */
export interface Ground {
  readonly storage: Storage
  readonly journal: Pick<Journal, 'append' | 'entries' | 'revision'>
  readonly blobs: Pick<Blobs, 'put' | 'keep' | 'get'>
  readonly registry: Pick<Registry, 'loadFacility'>
  readonly library: Pick<
    Library,
    'loadEdition' | 'checklists' | 'loadChecklist' | 'checklistBefore' | 'checklistInForce'
  >
  readonly suppliers: Pick<Suppliers, 'loadAnswers'>
  /** 電子保存の事実 — this room knows no documents; platform.ts hands in who does. */
  readonly archive: (scope: { readonly facilityId: string }, on: Day) => Promise<ArchiveFacts>
  readonly clock: Clock
  /** A random id that says nothing. */
  readonly newId: () => string
}

/** The edition that facilities are judged by, as long as there is one. */
export const EDITION = 'mhlw-5.2'

export function editionOf({ library }: Ground): Edition {
  return library.loadEdition(EDITION)
}

/** Refuses the id of a requirement that the edition does not have. */
export function requirementOf(ground: Ground, requirementId: string): Requirement {
  const found = requirement(editionOf(ground), requirementId)
  if (!found) throw new Refusal('not-found', { what: 'requirement', requirementId })
  return found
}

/** A refusal of one member of a request. */
export function malformed(path: string, code: string, facts: Readonly<Record<string, unknown>> = {}): Refusal {
  return new Refusal('malformed', { issues: [{ path, code, ...facts }] })
}

/** Writes down, in the change itself, what was done about a requirement. */
export async function note(
  { journal }: Ground,
  change: Change,
  caller: Caller,
  act: Act,
  subject: NewEntry['subject'],
  more: Pick<NewEntry, 'detail' | 'blobs'>,
): Promise<void> {
  await journal.append(change, { act, actor: caller.actor, subject, ...more })
}

export function scopeOf({ facilityId }: Caller): { readonly facilityId: string } {
  return { facilityId }
}

/** Who wrote a row: the account, or what kind of actor it was. */
export function writerOf({ actor }: Caller): string {
  return actor.id ?? actor.kind
}
