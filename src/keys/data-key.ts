import { randomUUID } from 'node:crypto'
import { type Instant, Refusal } from '#shared'
import type { DataKeyRow } from '#storage'
import type { HandedKey, KeyPurpose, Keys, Sealed } from './contract.ts'
import type { RootKey, RootKeys } from './root-key.ts'
import { KEY_BYTES, openBytes, type RandomBytes, sealBytes } from './seal.ts'

export const purposes: readonly KeyPurpose[] = ['journal', 'secret', 'blob']

/** 鍵 — a facility's key for one purpose, open in memory. */
export interface DataKey extends HandedKey {
  readonly isCurrent: boolean
}

export function newDataKey(facilityId: string, purpose: string, randomBytes: RandomBytes): DataKey {
  return { facilityId, keyId: randomUUID(), purpose, bytes: randomBytes(KEY_BYTES), isCurrent: true }
}

/** The row of a new key, closed under the root key. */
export function lockDataKey(root: RootKey, key: DataKey, at: Instant, randomBytes: RandomBytes): DataKeyRow {
  return {
    facility_id: key.facilityId,
    key_id: key.keyId,
    purpose: key.purpose,
    root_key_id: root.id,
    wrapped: sealBytes(root.bytes, key.bytes, contextOf(key, root.id), randomBytes),
    created_at: at,
    retired_at: null,
  }
}

/** Opens a row's key. Its facility, id, purpose and root key are bound in: a row that was moved does not open. */
export function openDataKey(roots: RootKeys, row: DataKeyRow): DataKey {
  const root = roots.find((candidate) => candidate.id === row.root_key_id)
  if (!root) throw new Refusal('corrupt', { what: 'data-key', keyId: row.key_id, missing: row.root_key_id })
  const key = { facilityId: row.facility_id, keyId: row.key_id, purpose: row.purpose }
  return {
    ...key,
    bytes: openBytes(root.bytes, row.wrapped, contextOf(key, root.id)),
    isCurrent: row.retired_at === null,
  }
}

export function sealWith(key: DataKey, plaintext: Uint8Array, context: string, randomBytes: RandomBytes): Sealed {
  return {
    keyId: key.keyId,
    bytes: sealBytes(key.bytes, plaintext, JSON.stringify([key.facilityId, context]), randomBytes),
  }
}

export function openWith(key: HandedKey, bytes: Uint8Array, context: string): Uint8Array {
  return openBytes(key.bytes, bytes, JSON.stringify([key.facilityId, context]))
}

/** Opens with keys that another thread handed over. */
export function openHanded(keys: readonly HandedKey[]): Pick<Keys, 'open'> {
  return {
    async open(scope, { keyId, bytes }, context) {
      const facilityId = scope === 'installation' ? undefined : scope.facilityId
      const key = keys.find((one) => one.keyId === keyId && one.facilityId === facilityId)
      if (!key) throw new Refusal('not-found', { what: 'data-key' })
      return openWith(key, bytes, context)
    },
  }
}

function contextOf(key: Pick<DataKey, 'facilityId' | 'keyId' | 'purpose'>, rootId: string): string {
  return JSON.stringify(['data-key', key.facilityId, key.keyId, key.purpose, rootId])
}
