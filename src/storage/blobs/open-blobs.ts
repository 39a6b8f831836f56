import { randomBytes, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Clock, Refusal } from '#shared'
import type { Change, Scope, Storage } from '../storage.ts'
import type { BlobRow } from '../tables.ts'
import { openBlobFiles } from './blob-files.ts'
import { cutIntoSegments } from './cut.ts'
import { type ByteRange, readSegments } from './read-segments.ts'
import { closeName, closeSegment, HEADER, openName } from './segments.ts'

/** What closes the files' own keys: the room above hands it in, so that the arrow does not point up. */
export interface BlobKeys {
  seal(scope: Scope, purpose: 'blob', plaintext: Uint8Array, context: string): Promise<SealedKey>
  open(scope: Scope, sealed: SealedKey, context: string): Promise<Uint8Array>
}

export interface SealedKey {
  readonly keyId: string
  readonly bytes: Uint8Array
}

export interface BlobFacts {
  readonly mediaType: string
  /** As the person gave it; it is encrypted like the content. */
  readonly name?: string
  readonly maxBytes: number
}

/** A stored file as it is handed out. */
export interface StoredBlob {
  readonly mediaType: string
  readonly name: string | undefined
  readonly length: number
  readonly content: Readable
}

export interface Blobs {
  /**
   * Encrypts and stores the content, durable once it returns, and gives the row that will name it. Nothing knows of
   * the file until a change has kept that row: so it comes before the change, and the row inside it.
   */
  put(scope: Scope, content: Uint8Array | AsyncIterable<Uint8Array>, facts: BlobFacts): Promise<BlobRow>
  keep(change: Change, row: BlobRow): Promise<void>
  /** Refuses as `not-found` what is not there or was destroyed; the content throws `corrupt` where it was changed. */
  get(scope: Scope, blobId: string, range?: ByteRange): Promise<StoredBlob>
  /** Destroys the file's key: from the commit on nobody can read the file, wherever copies of its ciphertext are. */
  destroy(change: Change, blobId: string): Promise<void>
  /** After the commit: removes the file of a destroyed key. Where it cannot be removed, nobody can read it all the same. */
  sweep(scope: Scope, blobId: string): Promise<void>
}

export interface BlobGround {
  readonly directory: string
  readonly storage: Storage
  readonly keys: BlobKeys
  readonly clock: Clock
}

const KEY_BYTES = 32

export function openBlobs({ directory, storage, keys, clock }: BlobGround): Blobs {
  const files = openBlobFiles(directory)

  async function find(scope: Scope, blobId: string): Promise<BlobRow> {
    const row = await storage.read(scope, (db) =>
      db.selectFrom('blob').selectAll().where('blob_id', '=', blobId).executeTakeFirst(),
    )
    if (!row) throw new Refusal('not-found', { what: 'blob', blobId })
    return row
  }

  return {
    async put(scope, content, { mediaType, name, maxBytes }) {
      if (scope === 'installation') throw new Error('a file belongs to a facility')
      const fileKey = randomBytes(KEY_BYTES)
      const blobId = randomUUID()
      let length = 0
      async function* encrypted() {
        yield HEADER
        for await (const segment of cutIntoSegments(content instanceof Uint8Array ? [content] : content, maxBytes)) {
          length += segment.bytes.length
          yield closeSegment(fileKey, segment.bytes, segment)
        }
      }
      const { sha256 } = await files.keep(encrypted())
      const { keyId, bytes } = await keys.seal(scope, 'blob', fileKey, contextOf(blobId))
      return {
        facility_id: scope.facilityId,
        blob_id: blobId,
        sha256,
        length,
        media_type: mediaType,
        name: name === undefined ? null : closeName(fileKey, name),
        wrapped_key: bytes,
        key_id: keyId,
        created_at: clock.now(),
        destroyed_at: null,
      }
    },
    async keep(change, row) {
      await change.db.insertInto('blob').values(row).execute()
    },
    async get(scope, blobId, range) {
      const row = await find(scope, blobId)
      if (!row.wrapped_key) throw new Refusal('not-found', { what: 'blob', blobId, destroyedAt: row.destroyed_at })
      const fileKey = await keys.open(scope, { keyId: row.key_id, bytes: row.wrapped_key }, contextOf(blobId))
      const content = Readable.from(readSegments(files, row, fileKey, range), { objectMode: false })
      const name = row.name ? openName(fileKey, row.name) : undefined
      return { mediaType: row.media_type, name, length: row.length, content }
    },
    async destroy(change, blobId) {
      const result = await change.db
        .updateTable('blob')
        .set({ wrapped_key: null, name: null, destroyed_at: clock.now() })
        .where('blob_id', '=', blobId)
        .where('wrapped_key', 'is not', null)
        .executeTakeFirst()
      if (result.numUpdatedRows === 0n) throw new Refusal('not-found', { what: 'blob', blobId })
    },
    async sweep(scope, blobId) {
      const row = await find(scope, blobId)
      if (row.wrapped_key !== null) throw new Refusal('conflict', { what: 'blob', blobId, reason: 'still-needed' })
      await files.remove(row.sha256)
    },
  }
}

const contextOf = (blobId: string) => `blob ${blobId}`
