import type { Caller } from '#access'
import type { Journal } from '#journal'
import { type Clock, Refusal } from '#shared'
import type { Change, Storage } from '#storage'

/** What keeping needs to know of the facility; this room knows no registry. */
export interface FacilityFacts {
  readonly name: string
  readonly sample: boolean
  /** 施設の種類, as the registry says it; undefined where it says nothing. */
  readonly type: string | undefined
}

/** What the use cases of keeping stand on. */
export interface Ground {
  readonly storage: Storage
  readonly journal: Pick<Journal, 'append'>
  readonly facility: (scope: { readonly facilityId: string }) => Promise<FacilityFacts>
  readonly clock: Clock
  /** A random id that says nothing. */
  readonly newId: () => string
}

export const scopeOf = ({ facilityId }: Caller): { readonly facilityId: string } => ({ facilityId })

/** Who wrote a row: the account, or what kind of actor it was. */
export const writerOf = ({ actor }: Caller): string => actor.id ?? actor.kind

/** One member of a request, and why it was refused; the reason has words of its own. */
export function malformed(reason: string, path: string): Refusal {
  return new Refusal('malformed', { reason, issues: [{ path, code: reason }] })
}

/** Held until the change ends, so that two who change the same at once come one after the other. */
export async function holdFacility(change: Change): Promise<void> {
  const held = await change.db.selectFrom('facility').select('facility_id').forUpdate().executeTakeFirst()
  if (!held) throw new Refusal('not-found', { what: 'facility' })
}
