import type { Caller } from '#access'
import type { Journal } from '#journal'
import { type Clock, Refusal } from '#shared'
import type { Change, Storage } from '#storage'
import type { Tasks } from '#task'

export interface FacilityScope {
  readonly facilityId: string
}

export interface Person {
  readonly id: string
  readonly name: string
}

/** What the use cases with a database stand on. */
export interface Ground {
  readonly storage: Storage
  readonly journal: Pick<Journal, 'append'>
  readonly tasks: Pick<Tasks, 'open' | 'closeFor' | 'bySource'>
  /** 名簿 — the persons of the facility who are there; this room knows no registry. */
  readonly persons: (scope: FacilityScope) => Promise<readonly Person[]>
  readonly clock: Clock
  /** A random id that says nothing. */
  readonly newId: () => string
}

export function scopeOf({ facilityId }: Caller): FacilityScope {
  return { facilityId }
}

/** Who wrote a row: the account, or what kind of actor it was. */
export function writerOf({ actor }: Caller): string {
  return actor.id ?? actor.kind
}

/** One member of a request, and why it was refused; the reason has words of its own. */
export function malformed(reason: string, path: string): Refusal {
  return new Refusal('malformed', { reason, issues: [{ path, code: reason }] })
}

/** Held until the change ends, so that two who change the same at once come one after the other. */
export async function holdFacility(change: Change): Promise<void> {
  const held = await change.db.selectFrom('facility').select('facility_id').forUpdate().executeTakeFirst()
  if (!held) throw new Refusal('not-found', { what: 'facility' })
}
