import type { Change } from '#storage'
import type { Actor } from './caller.ts'
import type { Ground } from './ground.ts'
import { insertFacility } from './store.ts'

export interface NewFacility {
  readonly name: string
  /** 見本: everything in it is invented, and every page and paper says so. */
  readonly sample: boolean
  readonly actor: Actor
}

/** 施設の登録 — the facility of the change's scope, its first keys and the first entry of its journal. */
export async function createFacility(
  ground: Ground,
  change: Change,
  { name, sample, actor }: NewFacility,
): Promise<void> {
  const facilityId = facilityOf(change)
  const row = { facility_id: facilityId, name, sample: sample ? 1 : 0, created_at: ground.clock.now() }
  await insertFacility(change, row)
  await ground.keys.createFor(change, facilityId)
  await ground.journal.create(change)
  const subject = { kind: 'facility', id: facilityId } as const
  await ground.journal.append(change, { act: 'facility.created', actor, subject, detail: { name, sample } })
}

/** The facility in whose scope the change runs. */
export function facilityOf(change: Change): string {
  if (change.scope === 'installation') throw new TypeError('a facility is made in its own scope')
  return change.scope.facilityId
}
