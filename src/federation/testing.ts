import { randomBytes, randomUUID } from 'node:crypto'
import {
  appendLeaves,
  consistencyProof,
  EMPTY_RANGE,
  formatSubmission,
  growTiles,
  leafHash,
  noteSigner,
  readHashesFromTiles,
  rootOf,
  signCheckpoint,
} from '@omamori/ledger'
import type { Caller } from '#access'
import type { Storage } from '#storage'
import { journalOn, keysInMemory } from '../journal/testing.ts'
import type { Send } from './client.ts'
import type { Ground } from './ground.ts'

export const origin = 'omamori/11111111-2222-4333-8444-555555555555/2026'
const signer = noteSigner(origin, Buffer.alloc(32, 7))
export const logKey = signer.verifierKey

/** A log in memory; from `forkedAt` on it tells another history, signed with the same key. */
export function logInMemory(size: number, forkedAt = size) {
  const leaves = Array.from({ length: size }, (_, i) =>
    leafHash(Buffer.from(`${i < forkedAt ? 'entry' : 'other'} ${i}`)),
  )
  const tiles = growTiles(0, [], leaves)
  const readHashes = readHashesFromTiles(
    async (level, index) => tiles.find((tile) => tile.level === level && tile.index === index)?.hashes,
  )
  return {
    note: (at: number, by = signer) =>
      signCheckpoint({ origin: by.name, size: at, root: rootOf(appendLeaves(EMPTY_RANGE, leaves.slice(0, at))) }, by),
    async submission(oldSize: number, at: number, by = signer): Promise<string> {
      const proof = oldSize === 0 || oldSize >= at ? [] : await consistencyProof(oldSize, at, readHashes)
      return formatSubmission({ oldSize, proof, checkpoint: this.note(at, by) })
    },
  }
}

export const manager = (facilityId: string): Caller => ({
  facilityId,
  actor: { kind: 'account', id: 'account-1' },
  roles: ['safety-manager'],
})

/** What this room stands on, with a facility that has a journal. Nothing is sent unless the test says how. */
export async function groundOn(
  storage: Storage,
  facilityId: string,
  send: Send = async () => ({ kind: 'unreachable' }),
) {
  const keys = keysInMemory()
  const { journal, clock } = journalOn(storage, undefined, keys)
  const ground: Ground = { storage, keys, journal, clock, newId: randomUUID, randomBytes, send }
  const work = (id: string) =>
    storage.write({ facilityId }, (change) =>
      journal.append(change, { act: 'registry.changed', actor: { kind: 'system' }, subject: { kind: 'terminal', id } }),
    )
  const actsOf = async () => (await journal.entries({ facilityId }, { act: 'witness.' })).entries.map(({ act }) => act)
  await work('first')
  return { ground, clock, journal, work, actsOf, scope: { facilityId }, caller: manager(facilityId) }
}
