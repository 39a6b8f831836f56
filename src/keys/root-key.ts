import { randomUUID } from 'node:crypto'
import { type Instant, Refusal } from '#shared'
import type { RootFile, Unlocking } from './root-file.ts'
import { KEY_BYTES, openBytes, type RandomBytes, sealBytes } from './seal.ts'

/** 根の鍵 — closes the data keys of all facilities, and nothing else. */
export interface RootKey {
  readonly id: string
  readonly bytes: Uint8Array
}

/** The current root key first, then the retired ones. */
export type RootKeys = readonly [RootKey, ...RootKey[]]

/** What the root key is closed under: one for every start, one for the day when the first is lost. */
export interface RootLocks {
  readonly unlock: Uint8Array
  readonly recovery: Uint8Array
}

export function newRootKey(randomBytes: RandomBytes): RootKey {
  return { id: randomUUID(), bytes: randomBytes(KEY_BYTES) }
}

/** The file for these root keys, each closed: the current one twice, the retired ones under it. */
export function lockRootKeys(
  [current, ...retired]: RootKeys,
  locks: RootLocks,
  unlock: Unlocking,
  at: Instant,
  randomBytes: RandomBytes,
): Omit<RootFile, 'format'> {
  const close = (key: Uint8Array, root: RootKey, by: string) =>
    toText(sealBytes(key, root.bytes, contextOf(root.id, by), randomBytes))
  return {
    unlock,
    current: {
      id: current.id,
      createdAt: at,
      byUnlock: close(locks.unlock, current, 'unlock'),
      byRecovery: close(locks.recovery, current, 'recovery'),
    },
    retired: retired.map((root) => ({ id: root.id, retiredAt: at, byCurrent: close(current.bytes, root, current.id) })),
  }
}

/** Opens the root keys by the unlocking key or by the sheet's. A key that does not fit is refused as `locked`. */
export function openRootKeys(file: RootFile, by: 'unlock' | 'recovery', key: Uint8Array): RootKeys {
  const { id, byUnlock, byRecovery } = file.current
  const current = { id, bytes: openCurrent(key, by === 'unlock' ? byUnlock : byRecovery, contextOf(id, by), by) }
  const retired = file.retired.map((root) => ({
    id: root.id,
    bytes: openBytes(current.bytes, toBytes(root.byCurrent), contextOf(root.id, id)),
  }))
  return [current, ...retired]
}

function openCurrent(key: Uint8Array, box: string, context: string, by: string): Uint8Array {
  try {
    return openBytes(key, toBytes(box), context)
  } catch (error) {
    throw new Refusal('locked', { what: 'keys', reason: `${by}-does-not-fit` }, { cause: error })
  }
}

const contextOf = (rootId: string, by: string) => `root-key ${rootId} ${by}`
const toText = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const toBytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64'))
