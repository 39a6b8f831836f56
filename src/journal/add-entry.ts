import {
  type Actor,
  appendLeaf,
  type CompactRange,
  type Entry,
  encodeEntry,
  frontierBytes,
  leafHash,
  readRange,
  type SealedBlob,
  type Thing,
} from '@omamori/ledger'
import type { Keys } from '#keys'
import { type Clock, type Json, Refusal } from '#shared'
import type { Change, LogEntryRow, LogRow } from '#storage'
import type { EntryPlace } from './contract.ts'
import { closeDetail } from './detail.ts'
import { addEntry, moveLog } from './store.ts'

/** What somebody wants to have written down. Ids are opaque; whatever is personal goes into `detail`. */
export interface NewEntry {
  readonly act: string
  readonly actor: Actor
  readonly subject: Thing
  readonly about?: readonly Thing[]
  readonly outcome?: 'done' | 'refused' | 'failed'
  /** Encrypted under the facility's journal key. */
  readonly detail?: Json
  readonly blobs?: readonly SealedBlob[]
  readonly prior?: EntryPlace
}

export interface KeptEntry extends EntryPlace {
  readonly id: string
}

export interface Surroundings {
  readonly keys: Keys
  readonly clock: Clock
  readonly randomBytes: (length: number) => Uint8Array
  /** Called with the state of the log before each append; the first call of a commit group counts. */
  readonly sealLater: (change: Change, before: CompactRange & { readonly origin: string }) => void
}

const ID_BYTES = 16
const SALT_BYTES = 32

/** Adds an entry at the end of a log whose row is locked. */
export async function addEntryTo(
  around: Surroundings,
  change: Change,
  log: LogRow,
  at: string,
  { detail, ...rest }: NewEntry & Pick<Entry, 'previous'>,
): Promise<KeptEntry> {
  const range = readRange(log.size, log.frontier)
  const id = Buffer.from(around.randomBytes(ID_BYTES)).toString('hex')
  const place = { log: log.origin, id }
  const closed =
    detail === undefined
      ? undefined
      : await closeDetail(around.keys, change.scope, place, detail, around.randomBytes(SALT_BYTES))
  const entry: Entry = { ...rest, id, log: log.origin, at, detail: closed?.sealed }
  const bytes = encodeEntry(entry)
  const after = appendLeaf(range, leafHash(bytes))
  await addEntry(change, entryRow(log, entry, bytes, closed?.bytes ?? null))
  const moved = await moveLog(change, log.origin, log.size, { size: after.size, frontier: frontierBytes(after) })
  if (!moved) throw new Refusal('conflict', { log: log.origin, expectedSize: log.size })
  around.sealLater(change, { ...range, origin: log.origin })
  return { ...place, index: log.size }
}

/** The row of an entry: all columns but the bytes and the detail are derived from the entry. */
export function entryRow(
  log: Pick<LogRow, 'facility_id' | 'origin' | 'size'>,
  entry: Entry,
  bytes: Uint8Array,
  detail: Uint8Array | null,
): LogEntryRow {
  return {
    facility_id: log.facility_id,
    origin: log.origin,
    entry_index: log.size,
    entry: bytes,
    at: entry.at,
    act: entry.act,
    actor_id: entry.actor.id ?? null,
    subject_kind: entry.subject.kind,
    subject_id: entry.subject.id,
    detail,
    key_id: entry.detail?.key ?? null,
  }
}
