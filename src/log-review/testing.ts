import { randomUUID } from 'node:crypto'
import { consoleCaller, type Role } from '#access'
import { type Facility, openDirectory, openRegistry } from '#registry'
import type { Storage } from '#storage'
import { openTasks } from '#task'
import { accessOn, firstRun } from '../access/testing.ts'
import { openLogReviews } from './open-log-reviews.ts'

/** A clinic with two systems; 例題 二郎 has left. */
export const clinic: Facility = {
  format: 'omamori-facility@1',
  asOf: '2026-11-20',
  profile: { name: 'みほん診療所' },
  limits: { logReviewDays: 31 },
  persons: [
    { id: 'p-01', name: '例題 一郎', posts: ['safety-manager'] },
    { id: 'p-02', name: '例題 二郎', state: 'left', leftOn: '2026-11-10' },
  ],
  systems: [
    { id: 'emr', name: '電子カルテ', log: { recordsUser: true, reviewedOn: '2026-09-01' } },
    { id: 'vpn', name: 'リモート接続' },
  ],
}

/** This room with everything below it, on real storage, keys and journal. The clock stands at 2026-11-22. */
export async function logReviewRoomOn(storage: Storage, facility: Facility = clinic) {
  const below = await accessOn(storage)
  const { journal, clock } = below
  const registry = openRegistry({ storage, journal, clock, newId: randomUUID })
  const directory = openDirectory({ storage, registry })
  const tasks = openTasks({ storage, journal, directory, clock, newId: randomUUID })
  const ground = { storage, journal, registry, tasks, clock, newId: randomUUID }
  const reviews = openLogReviews(ground)
  const { facilityId, administrator } = await firstRun(below)
  await registry.replaceFacility(consoleCaller(facilityId), facility)
  const as = (...roles: readonly Role[]) => ({ ...administrator, roles })
  const systemOf = async (id: string) =>
    (await registry.loadFacility({ facilityId })).systems?.find((system) => system.id === id)
  const actsSince = async (from: string) => {
    const { entries } = await journal.entries({ facilityId }, {}, { limit: 50 })
    const index = entries.findIndex(({ id }) => id === from)
    return entries
      .slice(0, index)
      .map(({ act }) => act)
      .toReversed()
  }
  const lastEntry = async () => (await journal.entries({ facilityId }, {}, { limit: 1 })).entries[0]?.id ?? ''
  return { ...below, ground, registry, tasks, reviews, facilityId, as, systemOf, actsSince, lastEntry }
}

export type LogReviewRoom = Awaited<ReturnType<typeof logReviewRoomOn>>
