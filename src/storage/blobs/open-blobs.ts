import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Clock, Refusal } from '#shared'
import type { Change, Scope, Storage } from '../storage.ts'
import type { BlobRow } from '../tables.ts'
import type { BlobFiles, SecondPlace } from './blob-files.ts'
import { type CheckedFiles, type CheckOptions, checkFiles } from './check/check-files.ts'
import { type CheckState, readCheckState } from './check/read-check-state.ts'
import { isAnyLost, lookTimes } from './check/store.ts'
import { type SweepOptions, type Swept, sweepOrphans } from './check/sweep-orphans.ts'
import { type FacilityScope, openContentNames } from './content-name.ts'
import { cutIntoSegments } from './cut.ts'
import { type ByteRange, readSegments } from './read-segments.ts'
import { closedName, openedName } from './sealed-name.ts'
import { closeSegment, HEADER } from './segments.ts'

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
   * the file until a change has kept that row: so it comes before the change, and the row inside it. A content that the
   * facility holds already, and holds whole, is not stored a second time: the row names the file that is there.
   */
  put(scope: Scope, content: Uint8Array | AsyncIterable<Uint8Array>, facts: BlobFacts): Promise<BlobRow>
  /** Refuses as `conflict` when the file it shares was destroyed meanwhile: the content is to be put once more. */
  keep(change: Change, row: BlobRow): Promise<void>
  /** Refuses as `not-found` what is not there or was destroyed; the content throws `corrupt` where it was changed. */
  get(scope: Scope, blobId: string, range?: ByteRange): Promise<StoredBlob>
  /**
   * Destroys this row's wrapping of the file's key. With the last row of a file goes its last key: from that commit on nobody can
   * read the file, wherever copies of its ciphertext are.
   */
  destroy(change: Change, blobId: string): Promise<void>
  /**
   * After the commit: removes the file of a destroyed key from every place, unless another row still needs it. Where it cannot be
   * removed, nobody can read it all the same.
   */
  sweep(scope: Scope, blobId: string): Promise<void>
  /** 保全の確認 — looks at the facility's files in every place and puts right what another place has whole. */
  check(scope: FacilityScope, options: CheckOptions): Promise<CheckedFiles>
  /** What the looks found so far. */
  readChecks(scope: FacilityScope): Promise<CheckState>
  /** Whether something is whole nowhere, by what the looks found; cheap enough for every minute. */
  isAnyLost(scope: FacilityScope): Promise<boolean>
  /** When the longest unseen file was looked at, and when anything was; as cheap. */
  lookTimes(scope: FacilityScope): Promise<{ readonly oldest?: string; readonly newest?: string }>
  /** 後片付け — removes what a fall left; only while the journal says that no rows are missing. */
  sweepOrphans(options: SweepOptions): Promise<Swept>
}

/** 保管場所の組 — where files lie: they are written to the first, and copied to the second when there is one. */
export interface BlobPlaces {
  readonly first: BlobFiles
  readonly second?: SecondPlace
}

export interface BlobGround {
  readonly places: BlobPlaces
  readonly storage: Storage
  readonly keys: BlobKeys
  readonly clock: Clock
}

const KEY_BYTES = 32

/** A file and the key that opens it, before a row names it. */
interface Stored {
  readonly sha256: string
  readonly fileKey: Uint8Array
  readonly length: number
}

export function openBlobs({ places, storage, keys, clock }: BlobGround): Blobs {
  const { first, second } = places
  const both = second ? [first, second] : [first]
  const nameContent = openContentNames({ storage, keys, now: () => clock.now() })

  async function find(scope: Scope, blobId: string): Promise<BlobRow> {
    const row = await storage.read(scope, (db) =>
      db.selectFrom('blob').selectAll().where('blob_id', '=', blobId).executeTakeFirst(),
    )
    if (!row) throw new Refusal('not-found', { what: 'blob', blobId })
    return row
  }

  /** The same content where the facility holds it whole. On a damaged file nothing new may rest. */
  async function findSame(scope: Scope, contentName: string): Promise<Stored | undefined> {
    const row = await storage.read(scope, (db) =>
      db
        .selectFrom('blob')
        .selectAll()
        .where('content_name', '=', contentName)
        .where('wrapped_key', 'is not', null)
        .orderBy('created_at', 'desc')
        .executeTakeFirst(),
    )
    if (!row?.wrapped_key) return undefined
    const found = await first.digest(row.sha256)
    if (found === undefined || found === 'unreadable' || found.sha256 !== row.sha256) return undefined
    const fileKey = await keys.open(scope, { keyId: row.key_id, bytes: row.wrapped_key }, contextOf(row.blob_id))
    return { sha256: row.sha256, fileKey, length: row.length }
  }

  async function store(segments: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, maxBytes: number) {
    const fileKey = randomBytes(KEY_BYTES)
    const hash = createHash('sha256')
    let length = 0
    async function* encrypted() {
      yield HEADER
      for await (const segment of cutIntoSegments(segments, maxBytes)) {
        length += segment.bytes.length
        hash.update(segment.bytes)
        yield closeSegment(fileKey, segment.bytes, segment)
      }
    }
    const { sha256 } = await first.keep(encrypted())
    return { sha256, fileKey, length, digest: hash.digest() }
  }

  async function storeOnce(
    scope: FacilityScope,
    content: Uint8Array | AsyncIterable<Uint8Array>,
    maxBytes: number,
  ): Promise<Stored & { readonly contentName: string }> {
    if (content instanceof Uint8Array) {
      const contentName = await nameContent(scope, createHash('sha256').update(content).digest())
      const same = content.length > maxBytes ? undefined : await findSame(scope, contentName)
      return { ...(same ?? (await store([content], maxBytes))), contentName }
    }
    // What streams in is known only at its end.
    const stored = await store(content, maxBytes)
    const contentName = await nameContent(scope, stored.digest)
    const same = await findSame(scope, contentName)
    if (same) await first.remove(stored.sha256)
    return { ...(same ?? stored), contentName }
  }

  return {
    async put(scope, content, { mediaType, name, maxBytes }) {
      if (scope === 'installation') throw new Error('a file belongs to a facility')
      const { sha256, fileKey, length, contentName } = await storeOnce(scope, content, maxBytes)
      const blobId = randomUUID()
      const { keyId, bytes } = await keys.seal(scope, 'blob', fileKey, contextOf(blobId))
      return {
        facility_id: scope.facilityId,
        blob_id: blobId,
        sha256,
        content_name: contentName,
        length,
        media_type: mediaType,
        name: closedName(fileKey, blobId, name),
        wrapped_key: bytes,
        key_id: keyId,
        created_at: clock.now(),
        destroyed_at: null,
      }
    },
    async keep(change, row) {
      const sharing = change.db.selectFrom('blob').select('wrapped_key').where('sha256', '=', row.sha256)
      const others = await sharing.forUpdate().execute()
      if (others.length > 0 && others.every(({ wrapped_key }) => wrapped_key === null))
        throw new Refusal('conflict', { what: 'blob', reason: 'content-destroyed-meanwhile' })
      await change.db.insertInto('blob').values(row).execute()
    },
    async get(scope, blobId, range) {
      const row = await find(scope, blobId)
      if (!row.wrapped_key) throw new Refusal('not-found', { what: 'blob', blobId, destroyedAt: row.destroyed_at })
      const fileKey = await keys.open(scope, { keyId: row.key_id, bytes: row.wrapped_key }, contextOf(blobId))
      const content = Readable.from(readSegments(both, row, fileKey, range), { objectMode: false })
      return { mediaType: row.media_type, name: openedName(fileKey, row), length: row.length, content }
    },
    async destroy(change, blobId) {
      const result = await change.db
        .updateTable('blob')
        .set({ wrapped_key: null, name: null, content_name: null, destroyed_at: clock.now() })
        .where('blob_id', '=', blobId)
        .where('wrapped_key', 'is not', null)
        .executeTakeFirst()
      if (result.numUpdatedRows === 0n) throw new Refusal('not-found', { what: 'blob', blobId })
    },
    async sweep(scope, blobId) {
      const row = await find(scope, blobId)
      if (row.wrapped_key !== null) throw new Refusal('conflict', { what: 'blob', blobId, reason: 'still-needed' })
      const needed = await storage.read(scope, (db) =>
        db
          .selectFrom('blob')
          .select('blob_id')
          .where('sha256', '=', row.sha256)
          .where('wrapped_key', 'is not', null)
          .executeTakeFirst(),
      )
      if (needed) return
      // A second place that is not there now is swept when the rest of it is.
      const there = second && (await second.isThere()) ? both : [first]
      for (const files of there) await files.remove(row.sha256)
    },
    check: (scope, options) => checkFiles({ storage, places, clock }, scope, options),
    readChecks: (scope) => readCheckState({ storage, places }, scope),
    isAnyLost: (scope) => storage.read(scope, isAnyLost),
    lookTimes: (scope) => storage.read(scope, lookTimes),
    sweepOrphans: (options) => sweepOrphans({ storage, places }, options),
  }
}

const contextOf = (blobId: string) => `blob ${blobId}`
