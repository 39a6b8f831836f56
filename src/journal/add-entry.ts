import { type Actor, type Entry, encodeEntry, leafHash, type SealedBlob, type Thing } from '@omamori/ledger'
import type { Keys } from '#keys'
import type { Clock, Json } from '#shared'
import type { Change, LogRow } from '#storage'
import type { EntryPlace } from './contract.ts'
import { closeDetail } from './detail.ts'
import { type Gathered, gather, type Waiting, withEntries } from './gathered.ts'
import type { KnownLogs } from './known-logs.ts'
import type { LogKey } from './signing-key.ts'

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
  readonly known: KnownLogs
  findKey(scope: Change['scope'], log: LogRow): Promise<LogKey>
  /** Has the log's entries of this commit group kept just before the commit. */
  keepLater(change: Change, origin: string): void
}

const ID_BYTES = 16
const SALT_BYTES = 32

/** Adds an entry at the end of a log whose row is locked. */
export async function addEntryTo(
  around: Surroundings,
  change: Change,
  to: Gathered,
  at: string,
  { detail, ...rest }: NewEntry & Pick<Entry, 'previous'>,
): Promise<KeptEntry> {
  const id = Buffer.from(around.randomBytes(ID_BYTES)).toString('hex')
  const place = { log: to.log.origin, id }
  const closed =
    detail === undefined
      ? undefined
      : await closeDetail(around.keys, change.scope, place, detail, around.randomBytes(SALT_BYTES))
  const entry: Entry = { ...rest, id, log: to.log.origin, at, detail: closed?.sealed }
  return { ...place, index: addWaiting(around, change, to, [waiting(entry, encodeEntry(entry), closed?.bytes)]) }
}

/** Adds entries that are encoded already; gives the index of the first. */
export function addWaiting(
  around: Pick<Surroundings, 'keepLater'>,
  change: Change,
  to: Gathered,
  added: readonly Waiting[],
): number {
  gather(change, withEntries(to, added))
  around.keepLater(change, to.log.origin)
  return to.log.size + to.count
}

export function waiting(entry: Entry, bytes: Uint8Array, detail: Uint8Array | null = null): Waiting {
  return { entry, row: { entry: bytes, detail }, leaf: leafHash(bytes) }
}
