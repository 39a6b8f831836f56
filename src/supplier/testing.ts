import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownLibrary } from '@omamori/guideline'
import { afterAll } from 'vitest'
import { consoleCaller } from '#access'
import { type Facility, openDirectory, openRegistry } from '#registry'
import { openBlobFiles, openBlobs, type Storage } from '#storage'
import { openTasks } from '#task'
import { accessOn, firstRun } from '../access/testing.ts'
import { archiveFactsOn } from '../archive/facts/read-facts.ts'
import { type Assessments, openAssessments } from '../assessment/open-assessments.ts'
import { openSuppliers } from './open-suppliers.ts'
import { loadAnswers } from './read-sheets.ts'

/** What suppliers said, as rooms above hear it, on a storage of a test. */
export function suppliersOn(storage: Storage) {
  return { loadAnswers: (scope: { readonly facilityId: string }) => loadAnswers({ storage }, scope) }
}

const directories: string[] = []
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true })
})

/** A clinic of which only a supplier knows how passwords are stored, and whether it keeps a log of its work. */
export const clinic: Facility = {
  format: 'omamori-facility@1',
  asOf: '2026-11-20',
  profile: { name: 'みほん診療所', phone: '098-000-0001' },
  practices: { usesPasswords: true, usesMaintenanceContractor: true },
  suppliers: [
    { id: 's-01', name: '株式会社みほん保守', maintenance: { maintains: true, accessesSystems: true } },
    { id: 's-02', name: '例題医療システム', maintenance: { maintains: false, accessesSystems: false } },
  ],
  systems: [
    {
      ...{ id: 'emr', name: '電子カルテ', kind: 'emr', supplierId: 's-01' },
      authentication: { factors: ['knowledge'] },
      passwordPolicy: { minLength: 13, mixedCharacters: true, administratorsCanRead: false },
    },
    { id: 'pacs', name: '画像', kind: 'pacs', supplierId: 's-02', authentication: { factors: ['knowledge'] } },
  ],
} as const

/** This room with everything below it, and the assessment above it, on real storage, keys and journal. */
export async function supplierRoomOn(storage: Storage, facility: Facility = clinic) {
  const below = await accessOn(storage)
  const { keys, journal, clock, access } = below
  const directory = mkdtempSync(join(tmpdir(), 'omamori-supplier-'))
  directories.push(directory)
  const blobs = openBlobs({ storage, keys, clock, places: { first: openBlobFiles(directory) } })
  const registry = openRegistry({ storage, journal, clock, newId: randomUUID })
  const people = openDirectory({ storage, registry })
  const tasks = openTasks({ storage, journal, directory: people, clock, newId: randomUUID })
  const suppliers = openSuppliers({
    ...{ storage, journal, registry, access, tasks, clock, newId: randomUUID, randomBytes },
    standsFor: people.standsFor,
    unknowns: (scope) => assessments.loadUnknowns(scope),
  })
  const assessments: Assessments = openAssessments({
    ...{ storage, journal, blobs, registry, suppliers, library: ownLibrary, clock, newId: randomUUID },
    archive: archiveFactsOn({ storage, journal, blobs }),
  })
  const { facilityId, administrator } = await firstRun(below)
  const caller = { ...administrator, roles: ['safety-manager', 'director'] } as const
  await registry.replaceFacility(consoleCaller(facilityId), facility)
  /** A further facility of the installation, with the same suppliers under other letterheads. */
  const another = async (other: Facility) => {
    const second = await firstRun(below)
    await registry.replaceFacility(consoleCaller(second.facilityId), other)
    return { ...second.administrator, roles: ['safety-manager', 'director'] } as const
  }
  return { ...below, storage, registry, tasks, suppliers, assessments, caller, facilityId, another }
}

export type SupplierRoom = Awaited<ReturnType<typeof supplierRoomOn>>
