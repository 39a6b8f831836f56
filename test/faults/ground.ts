import { hash, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openCheckpoint, parseVerifierKey, type VerifierKey } from '@omamori/ledger'
import { consoleCaller } from '#access'
import { type KeptEntry, openJournal } from '#journal'
import { openPlatform, type Platform, type PlatformOptions } from '#platform'
import { type Change, entryIdOf, MOST_ENTRIES_OF_A_LOG, openBlobFiles, openBlobs, type Storage } from '#storage'
import { sqliteFileOf } from '../../src/storage/open-sqlite.ts'
import { sqliteWriteSource } from '../../src/storage/sqlite-writer.ts'
import { createWriteQueue } from '../../src/storage/write-queue.ts'
import type { Acknowledgement, EntryPlace, Root } from './acknowledgements.ts'
import type { Weaken } from './mutants.ts'

/** The product, opened whole, with what the writers and the examiner of this room do with it. */
export interface Ground {
  readonly platform: Platform
  readonly facilityId: string
  /** Keeps an entry, and a file where one is given; durable once it returns. */
  write(more?: WriteOptions): Promise<Written>
  /** Keeps entries without particulars in one call, the fast way in. */
  writeEncoded(entries: number): Promise<readonly Acknowledgement[]>
  /** The newest root that was signed and committed. */
  newestRoot(): Promise<Root | undefined>
  readBlob(id: string): Promise<Uint8Array>
  close(): Promise<void>
}

interface Written {
  readonly entry: EntryPlace
  readonly acknowledgements: readonly Acknowledgement[]
}

interface WriteOptions {
  readonly blob?: Uint8Array
  readonly detailBytes?: number
  readonly inChange?: (change: Change, kept: EntryPlace) => Promise<void>
}

const MAX_DETAIL_BYTES = 8_000

export async function openGround(options: PlatformOptions, weaken?: Weaken): Promise<Ground> {
  const platform = await openPlatform(options)
  const { keys, clock } = platform
  const [known] = await platform.facilities()
  const facilityId = known?.facilityId ?? (await newFacility(platform))
  const storage = weaken ? weakened(platform.storage, options.data, weaken) : platform.storage
  // The anchor of the platform, whose own journal writes nothing here.
  const anchor = { file: join(options.data, 'keys', 'anchor.json'), mayBeNew: true }
  const journal = openJournal({ storage, keys, clock, randomBytes, anchor })
  const blobs = openBlobs({ storage, keys, clock, places: { first: openBlobFiles(join(options.data, 'blobs')) } })
  const scope = { facilityId }
  return {
    platform,
    facilityId,
    async write({ blob, inChange, detailBytes = Math.random() * MAX_DETAIL_BYTES } = {}) {
      const row = blob && (await blobs.put(scope, blob, { mediaType: 'text/plain', maxBytes: blob.length }))
      const entry = await storage.write(scope, async (change) => {
        const kept = placeOf(await journal.append(change, entryWith(randomBytes(Math.floor(detailBytes)))))
        if (row) await blobs.keep(change, row)
        await inChange?.(change, kept)
        return kept
      })
      const sha256 = blob && hash('sha256', blob)
      const file = row && sha256 ? [{ kind: 'blob', id: row.blob_id, sha256 } as const] : []
      return { entry, acknowledgements: [{ kind: 'entry', ...entry }, ...file] }
    },
    async writeEncoded(count) {
      const { name: log } = await verifierKeyOf({ platform, facilityId })
      const entries = Array.from({ length: count }, () => {
        const { detail: _, ...rest } = entryWith(Buffer.alloc(0))
        return { ...rest, id: randomBytes(16).toString('hex'), log, at: clock.now() }
      })
      const first = await journal.appendEntries(scope, entries.map(journal.encode))
      return entries.map(({ id }, number) => ({ kind: 'entry', log, index: first.index + number, id }))
    },
    async newestRoot() {
      const row = await storage.read(scope, (db) =>
        db
          .selectFrom('log_checkpoint')
          .select('note')
          .orderBy('origin', 'desc')
          .orderBy('size', 'desc')
          .executeTakeFirst(),
      )
      return row && rootSignedIn(row.note, await verifierKeyOf({ platform, facilityId }))
    },
    async readBlob(id) {
      const pieces: Buffer[] = []
      for await (const piece of (await blobs.get(scope, id)).content) pieces.push(piece)
      return Buffer.concat(pieces)
    },
    async close() {
      if (!options.onlyReading) await journal.close()
      if (storage !== platform.storage) await storage.close()
      await platform.close()
    },
  }
}

export type EntryBytes = readonly {
  readonly origin: string
  readonly entry_index: number
  readonly entry: Uint8Array
}[]

/** All entries as they are stored, in their order. */
export async function entryBytesOf({ platform, facilityId }: Ground): Promise<EntryBytes> {
  return platform.storage.read({ facilityId }, async (db) => {
    const entries = []
    for (const log of await db.selectFrom('log').select(['origin', 'number']).orderBy('origin').execute()) {
      const first = entryIdOf(log, 0)
      const rows = await db
        .selectFrom('log_entry')
        .select(['entry_id', 'entry'])
        .where('entry_id', '>=', first)
        .where('entry_id', '<', first + MOST_ENTRIES_OF_A_LOG)
        .orderBy('entry_id')
        .execute()
      for (const { entry_id, entry } of rows) entries.push({ origin: log.origin, entry_index: entry_id - first, entry })
    }
    return entries
  })
}

/** One entry, looked for by its place: where an older one is damaged, not every reader gets past it. */
export async function entryAt({ platform, facilityId }: Ground, { log, index }: EntryPlace): Promise<Uint8Array> {
  return platform.storage.read({ facilityId }, async (db) => {
    const named = await db.selectFrom('log').select('number').where('origin', '=', log).executeTakeFirstOrThrow()
    const id = entryIdOf(named, index)
    const row = await db.selectFrom('log_entry').select('entry').where('entry_id', '=', id).executeTakeFirstOrThrow()
    return row.entry
  })
}

/** All checkpoints as they were signed. */
export async function notesOf({ platform, facilityId }: Ground): Promise<readonly string[]> {
  const rows = await platform.storage.read({ facilityId }, (db) =>
    db.selectFrom('log_checkpoint').select('note').execute(),
  )
  return rows.map(({ note }) => note)
}

const placeOf = ({ log, index, id }: KeptEntry): EntryPlace => ({ log, index, id })

const entryWith = (bytes: Uint8Array) => ({
  act: 'registry.changed',
  actor: { kind: 'system' } as const,
  subject: { kind: 'terminal', id: 'terminal-1' },
  detail: Buffer.from(bytes)
    .toString('latin1')
    .replace(/[^ -~]/g, '.'),
})

/** What a note says, when our signature is on it. */
export function rootSignedIn(note: string, key: VerifierKey): Root | undefined {
  try {
    const { origin, size, root } = openCheckpoint(note, key)
    return { log: origin, size, root: Buffer.from(root).toString('base64') }
  } catch {
    return undefined
  }
}

/** The key by which the signatures of the facility's log are known. */
export async function verifierKeyOf({
  platform,
  facilityId,
}: Pick<Ground, 'platform' | 'facilityId'>): Promise<VerifierKey> {
  const row = await platform.storage.read({ facilityId }, (db) =>
    db.selectFrom('log').select('verifier_key').orderBy('fiscal_year', 'desc').executeTakeFirstOrThrow(),
  )
  return parseVerifierKey(row.verifier_key)
}

async function newFacility({ access, storage }: Platform): Promise<string> {
  const { facilityId, actor } = consoleCaller(randomUUID())
  const facility = { name: 'みほん診療所', sample: false, actor }
  await storage.write({ facilityId }, (change) => access.createFacility(change, facility))
  return facilityId
}

/** The same rows through a second connection, whose queue this is alone: what the platform opened is only read from. */
function weakened(storage: Storage, data: string, weaken: Weaken): Storage {
  const queue = createWriteQueue(weaken(sqliteWriteSource(sqliteFileOf(data))))
  return { ...storage, write: queue.write, close: queue.close }
}
