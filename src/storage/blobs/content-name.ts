import { createHmac, randomBytes } from 'node:crypto'
import type { Storage } from '../storage.ts'
import type { BlobKeys } from './open-blobs.ts'

/** A facility as the scope of a query. */
export interface FacilityScope {
  readonly facilityId: string
}

interface Below {
  readonly storage: Storage
  readonly keys: BlobKeys
  readonly now: () => string
}

const KEY_BYTES = 32
const context = 'blob-naming'

/**
 * 内容の名前 — HMAC-SHA-256 of the content's digest under a key of the facility, hex. Equal contents of one facility have equal names;
 * whoever reads the database cannot tell by it whether a facility holds a content that he knows, and two facilities never share a name.
 */
export function openContentNames({ storage, keys, now }: Below) {
  const known = new Map<string, Promise<Uint8Array>>()

  async function load(scope: FacilityScope): Promise<Uint8Array | undefined> {
    const row = await storage.read(scope, (db) => db.selectFrom('blob_naming').selectAll().executeTakeFirst())
    return row && keys.open(scope, { keyId: row.key_id, bytes: row.wrapped_key }, context)
  }

  async function loadOrMake(scope: FacilityScope): Promise<Uint8Array> {
    const found = await load(scope)
    if (found) return found
    const { keyId, bytes } = await keys.seal(scope, 'blob', randomBytes(KEY_BYTES), context)
    const row = { facility_id: scope.facilityId, wrapped_key: bytes, key_id: keyId, created_at: now() }
    // Of several processes that make one at the same time, the first one's stands.
    await storage.write(scope, async ({ db }) => {
      await db
        .insertInto('blob_naming')
        .values(row)
        .onConflict((conflict) => conflict.column('facility_id').doNothing())
        .execute()
    })
    const made = await load(scope)
    if (!made) throw new Error('the naming key that was just kept is not there')
    return made
  }

  return async (scope: FacilityScope, digest: Uint8Array): Promise<string> => {
    let key = known.get(scope.facilityId)
    if (!key) {
      key = loadOrMake(scope)
      known.set(scope.facilityId, key)
      key.catch(() => known.delete(scope.facilityId))
    }
    return createHmac('sha256', await key)
      .update(digest)
      .digest('hex')
  }
}
