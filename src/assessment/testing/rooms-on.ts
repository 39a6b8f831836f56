import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownLibrary } from '@omamori/guideline'
import { afterAll } from 'vitest'
import type { Caller, Role } from '#access'
import { type Facility, openRegistry } from '#registry'
import { openBlobFiles, openBlobs, type Storage } from '#storage'
import { archiveFactsOn } from '../../archive/facts/read-facts.ts'
import { journalOn, keysInMemory } from '../../journal/testing.ts'
import { suppliersOn } from '../../supplier/testing.ts'
import type { Ground } from '../ground.ts'
import { openAssessments } from '../open-assessments.ts'
import { compliantFacility } from './compliant-facility.ts'

export const callerAs = (role: Role, facilityId = 'mihon'): Caller => ({
  facilityId,
  actor: { kind: 'account', id: `account-${role}` },
  roles: [role],
})

export interface Wanted {
  /** What the registry of `mihon` holds. */
  readonly facility?: Facility
  readonly newId?: () => string
  readonly keys?: ReturnType<typeof keysInMemory>
}

/** The rooms that an assessment needs, on a storage with the facilities `mihon` and `other`, on 22 November 2026. */
export async function roomsOn(storage: Storage, { facility = compliantFacility, ...more }: Wanted = {}) {
  for (const facilityId of ['mihon', 'other']) {
    const row = { facility_id: facilityId, name: 'みほん診療所', sample: 0, created_at: '2026-11-01T00:00:00.000Z' }
    await storage.write({ facilityId }, (change) => change.db.insertInto('facility').values(row).execute())
  }
  const rooms = moreRoomsOn(storage, more)
  await rooms.registry.replaceFacility(callerAs('safety-manager'), facility)
  return rooms
}

/** The same once more, as a second program beside the first would open them. */
export function moreRoomsOn(storage: Storage, { newId = randomUUID, keys = keysInMemory() }: Wanted = {}) {
  const { journal, clock } = journalOn(storage, '2026-11-22T01:02:03.004Z', keys)
  const directory = mkdtempSync(join(base(), 'blobs-'))
  const blobs = openBlobs({ storage, keys, clock, places: { first: openBlobFiles(directory) } })
  const registry = openRegistry({ storage, journal, clock, newId })
  const suppliers = suppliersOn(storage)
  const archive = archiveFactsOn({ storage, journal, blobs })
  const ground: Ground = { storage, journal, blobs, registry, suppliers, library: ownLibrary, archive, clock, newId }
  return { ...ground, ground, journal, registry, clock, directory, assessments: openAssessments(ground) }
}

let folder: string | undefined
afterAll(() => folder && rmSync(folder, { recursive: true, force: true }))

/** One folder for the files of a test file; it goes when its tests are over. */
function base(): string {
  folder ??= mkdtempSync(join(tmpdir(), 'omamori-assessment-'))
  return folder
}
