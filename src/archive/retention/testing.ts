import { randomUUID } from 'node:crypto'
import type { Role } from '#access'
import type { Storage } from '#storage'
import { accessOn, firstRun } from '../../access/testing.ts'
import { openRetention } from './open-retention.ts'

/** Keeping with everything below it, on real storage, keys and journal. The clock stands at 2026-11-22. */
export async function retentionOn(storage: Storage, facilityType: string | undefined = 'clinic') {
  const below = await accessOn(storage)
  const { journal, clock } = below
  const facility = async () => ({ name: 'みほん診療所', sample: true, type: facilityType })
  const ground = { storage: below.storage, journal, clock, newId: randomUUID, facility }
  const { facilityId, administrator } = await firstRun(below)
  const as = (...roles: readonly Role[]) => ({ ...administrator, roles })
  const actsOf = async (act: string) =>
    (await journal.entries({ facilityId }, { act }, { limit: 50 })).entries.map((entry) => entry.act).toReversed()
  return { ...below, ground, facilityId, as, actsOf, retention: openRetention(ground) }
}
