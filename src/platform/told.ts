import type { Caller } from '#access'
import type { Registry } from '#registry'
import { Refusal } from '#shared'
import type { Verification } from '#signature'
import type { Storage } from '#storage'
import type { KnownFacility } from '../platform.ts'

// What rooms that do not know one another are told of one another.

/** The facilities of this installation, oldest first. */
export async function facilitiesOf(storage: Storage): Promise<readonly KnownFacility[]> {
  const rows = await storage.read('installation', (db) =>
    db.selectFrom('facility').selectAll().orderBy('created_at').orderBy('facility_id').execute(),
  )
  return rows.map(({ facility_id, name, sample, created_at }) => ({
    ...{ facilityId: facility_id, name, sample: sample === 1, createdAt: created_at },
  }))
}

export function namedBy(storage: Storage) {
  return async ({ facilityId }: { readonly facilityId: string }) => {
    const known = (await facilitiesOf(storage)).find((one) => one.facilityId === facilityId)
    if (!known) throw new Refusal('not-found', { reason: 'no-facility' })
    return known
  }
}

/** One file, now, by what the facility trusts. */
export function verifiedBy(verification: Verification) {
  return async (caller: Caller, file: Parameters<Verification['verify']>[1][number], documentKind: string | null) => {
    const [answer] = await verification.verify(caller, [file], { at: null, policy: 'jp-medical', documentKind })
    if (!answer) throw new Error('a verification without an answer')
    return answer
  }
}

/** Who is there, of the facility itself. */
export function personsOf(registry: Registry) {
  return async (scope: { readonly facilityId: string }) => {
    const { persons = [] } = await registry.loadFacility(scope)
    const there = persons.filter(({ state, supplierId }) => state !== 'left' && !supplierId)
    return there.map(({ id, name }) => ({ id, name }))
  }
}

export function factsOf(registry: Registry) {
  return async (scope: { readonly facilityId: string }) => {
    const { profile, sample = false } = await registry.loadFacility(scope)
    return { name: profile.name, sample, type: profile.kind }
  }
}
