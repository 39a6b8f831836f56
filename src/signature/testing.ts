import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Role } from '#access'
import type { Storage } from '#storage'
import { openTasks } from '#task'
import { accessOn, firstRun } from '../access/testing.ts'
import { openCards } from './card/open-cards.ts'
import { openTrust } from './trust/open-trust.ts'

const pki = new URL('../../packages/signature/testdata/test-pki/', import.meta.url)

/** A certificate of the test PKI, PEM. */
export const pemOf = (name: string): Buffer => readFileSync(new URL(`certificates/${name}.pem`, pki))
export const derOf = (name: string): Buffer =>
  Buffer.from(
    pemOf(name)
      .toString('latin1')
      .replaceAll(/-----.*-----/g, ''),
    'base64',
  )
export const listOf = (name: string): Buffer => readFileSync(new URL(`lists/${name}.crl`, pki))

export const persons = [
  { id: 'p-01', name: '見本 太郎' },
  { id: 'p-02', name: '例題 花子' },
]

/** This room with everything below it, on real storage, keys and journal. The clock stands at 2026-11-22. */
export async function signatureRoomOn(storage: Storage) {
  const below = await accessOn(storage)
  const { journal, clock } = below
  const directory = { standsFor: async () => [], has: async () => true }
  const tasks = openTasks({ storage, journal, directory, clock, newId: randomUUID })
  const ground = { storage: below.storage, journal, tasks, clock, newId: randomUUID, persons: async () => persons }
  const { facilityId, administrator } = await firstRun(below)
  const as = (...roles: readonly Role[]) => ({ ...administrator, roles })
  const actsOf = async (act: string) =>
    (await journal.entries({ facilityId }, { act }, { limit: 50 })).entries.map((entry) => entry.act).toReversed()
  return { ...below, ground, tasks, facilityId, as, actsOf, trust: openTrust(ground), cards: openCards(ground) }
}
