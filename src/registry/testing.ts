import type { Caller, Role } from '#access'
import type { Journal } from '#journal'
import type { Storage } from '#storage'
import { journalOn } from '../journal/testing.ts'
import { openRegistry, type Registry } from './open-registry.ts'

export interface TestRegistry {
  readonly registry: Registry
  readonly journal: Journal
  readonly clock: ReturnType<typeof journalOn>['clock']
  readonly storage: Storage
}

export const scope = { facilityId: 'mihon' }

export function caller(id = 'account-1', roles: readonly Role[] = ['safety-manager'], facilityId = 'mihon'): Caller {
  return { facilityId, actor: { kind: 'account', id }, roles }
}

/** A registry with two empty facilities, on a clock that stands. */
export async function registryOn(storage: Storage, knownFacts?: readonly string[]): Promise<TestRegistry> {
  const { journal, clock } = journalOn(storage)
  for (const facilityId of ['mihon', 'other']) {
    const row = { facility_id: facilityId, name: 'みほん診療所', sample: 0, created_at: '2026-11-01T00:00:00.000Z' }
    await storage.write({ facilityId }, (change) => change.db.insertInto('facility').values(row).execute())
  }
  let next = 0
  const newId = () => `uid-${++next}`
  return {
    registry: openRegistry({ storage, journal, clock, newId, knownFacts: knownFacts && (() => knownFacts) }),
    journal,
    clock,
    storage,
  }
}
