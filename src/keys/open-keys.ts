import { randomBytes } from 'node:crypto'
import { Refusal } from '#shared'
import type { DataKeyRow, Scope, Storage } from '#storage'
import type { KeyPurpose, Keys } from './contract.ts'
import type { KeyPlace } from './create-keys.ts'
import { type DataKey, lockDataKey, newDataKey, openDataKey, openWith, purposes, sealWith } from './data-key.ts'
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts'
import { lockRootKeys, newRootKey, openRootKeys, type RootKeys } from './root-key.ts'
import {
  addDataKeys,
  dataKeysIn,
  facilitiesIn,
  keepRootFile,
  loadDataKeys,
  loadKeyFile,
  loadRootFile,
  retireDataKeys,
  rewrapDataKey,
} from './store.ts'
import { recoveryKey, unlockingKey } from './unlocking.ts'

/** The keys of an installation, unlocked, with what turns them. */
export interface OpenKeys extends Keys {
  /** Loads the facility's keys, so that sealing inside a change does not have to wait for the database. */
  ready(facilityId: string): Promise<void>
  /** Gives the facility a new current key for the purpose; the older ones still open what they closed. */
  rotateDataKey(facilityId: string, purpose: KeyPurpose): Promise<void>
  /**
   * Gives the installation a new root key and closes every data key under it, in one change. Returns the code of a new
   * recovery sheet: the old sheet opens nothing any more.
   */
  rotateRootKey(): Promise<{ readonly recoveryCode: string }>
}

/** Unlocks the keys. Refuses as `locked` when the key file, the passphrase or the keys themselves are not there. */
export async function openKeys({ storage, ...place }: KeyPlace & { readonly storage: Storage }): Promise<OpenKeys> {
  const { directory, clock } = place
  const unlocking = loadRootFile(directory).unlock
  const unlockKey = await unlockingKey(unlocking, place.unlock, () => loadKeyFile(directory))
  const openRoots = () => openRootKeys(loadRootFile(directory), 'unlock', unlockKey)
  let roots: RootKeys = openRoots()

  // What the database holds, by facility; and what a change has made that may not be committed yet.
  const kept = new Map<string, readonly DataKey[]>()
  const fresh = new Map<string, readonly DataKey[]>()

  async function load(facilityId: string): Promise<readonly DataKey[]> {
    const rows = await loadDataKeys(storage, facilityId)
    // Another process may have turned the root key since we read the file.
    if (rows.some((row) => !roots.some((root) => root.id === row.root_key_id))) roots = openRoots()
    const keys = rows.map((row) => openDataKey(roots, row))
    if (keys.length === 0) return fresh.get(facilityId) ?? []
    fresh.delete(facilityId)
    kept.set(facilityId, keys)
    return keys
  }

  async function find(scope: Scope, wanted: (key: DataKey) => boolean): Promise<DataKey> {
    if (scope === 'installation') throw new Error('the installation has no data keys')
    const { facilityId } = scope
    const known = (kept.get(facilityId) ?? []).find(wanted) ?? (await load(facilityId)).find(wanted)
    if (!known) throw new Refusal('not-found', { what: 'data-key' })
    return known
  }

  return {
    async ready(facilityId) {
      await load(facilityId)
    },
    async seal(scope, purpose, plaintext, context) {
      const key = await find(scope, (key) => key.isCurrent && key.purpose === purpose)
      return sealWith(key, plaintext, context, randomBytes)
    },
    async open(scope, { keyId, bytes }, context) {
      return openWith(await find(scope, (key) => key.keyId === keyId), bytes, context)
    },
    async handOver(scope, purpose) {
      if (scope === 'installation') throw new Error('the installation has no data keys')
      return (await load(scope.facilityId)).filter((key) => key.purpose === purpose)
    },
    async createFor(change, facilityId) {
      const keys = purposes.map((purpose) => newDataKey(facilityId, purpose, randomBytes))
      await addDataKeys(
        change,
        keys.map((key) => lockDataKey(roots[0], key, clock.now(), randomBytes)),
      )
      fresh.set(facilityId, keys)
    },
    async rotateDataKey(facilityId, purpose) {
      const key = newDataKey(facilityId, purpose, randomBytes)
      const at = clock.now()
      await storage.write({ facilityId }, async (change) => {
        await retireDataKeys(change, purpose, at)
        await addDataKeys(change, [lockDataKey(roots[0], key, at, randomBytes)])
      })
      await load(facilityId)
    },
    async rotateRootKey() {
      const recoveryCode = newRecoveryCode(randomBytes)
      const locks = { unlock: unlockKey, recovery: recoveryKey(readRecoveryCode(recoveryCode)) }
      const turned: RootKeys = [newRootKey(randomBytes), ...roots]
      // The file first: with both keys in it, the rows open before and after the change, wherever we are interrupted.
      keepRootFile(directory, lockRootKeys(turned, locks, unlocking, clock.now(), randomBytes))
      roots = turned
      await rewrapAll(storage, turned)
      return { recoveryCode }
    },
  }
}

/** Closes every data key of every facility under the current root key, in one change. */
function rewrapAll(storage: Storage, roots: RootKeys): Promise<void> {
  return storage.write('installation', async (change) => {
    for (const facilityId of await facilitiesIn(change)) {
      await change.within(facilityId, async (inside) => {
        for (const row of await dataKeysIn(inside.db)) await rewrapDataKey(inside, rewrapped(roots, row))
      })
    }
  })
}

function rewrapped(roots: RootKeys, row: DataKeyRow): DataKeyRow {
  const { root_key_id, wrapped } = lockDataKey(roots[0], openDataKey(roots, row), row.created_at, randomBytes)
  return { ...row, root_key_id, wrapped }
}
