import { type DetailOpening, type Entry, formatTlogProof, inclusionProof, readHashesFromTiles } from '@omamori/ledger'
import type { Keys } from '#keys'
import { Refusal } from '#shared'
import type { Reader, Scope } from '#storage'
import type { JournalFilter } from './contract.ts'
import { openingOfDetail } from './detail.ts'
import { type Found, findEntries } from './find-entries.ts'
import { entriesAt, findTile, lastCheckpointOf, logOf } from './store.ts'

/** 受領証 — an entry with all that shows to somebody outside that it stands in the log, and what it says. */
export interface Receipt {
  readonly log: string
  readonly index: number
  /** The key under which the checkpoint within is signed. */
  readonly verifierKey: string
  readonly entry: Entry
  /** https://c2sp.org/tlog-proof, with the entry within. */
  readonly proof: string
  /** Undefined where the entry has no particulars. */
  readonly opening?: DetailOpening
}

/** A signed checkpoint of a log, perhaps with cosignatures of witnesses. */
export interface KeptCheckpoint {
  readonly origin: string
  readonly size: number
  readonly note: string
}

/**
 * Receipts of the entries that fit, oldest first. They must be signed already. Throws `corrupt` where one of them, its particulars or its
 * path cannot be read: a receipt less would be a story with a gap. Of the cosigned checkpoints the largest over the entry is taken;
 * where there is none, our own newest.
 */
export async function readReceipts(
  keys: Pick<Keys, 'open'>,
  scope: Scope,
  db: Reader,
  filter: JournalFilter,
  cosigned: readonly KeptCheckpoint[],
): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = []
  for await (const found of findEntries(db, filter, undefined)) {
    const over = cosigned.filter(({ origin, size }) => origin === found.origin && size > found.index)
    const best = over.toSorted((a, b) => b.size - a.size)[0] ?? (await lastCheckpointOf(db, found.origin))
    receipts.unshift(await receiptOf(keys, scope, db, found, best))
  }
  return receipts
}

async function receiptOf(
  keys: Pick<Keys, 'open'>,
  scope: Scope,
  db: Reader,
  { origin, index, entry, detail }: Found,
  checkpoint: Pick<KeptCheckpoint, 'size' | 'note'> | undefined,
): Promise<Receipt> {
  const log = await logOf(db, origin)
  const [stored] = log ? await entriesAt(db, log, [index]) : []
  if (!log || !checkpoint || !entry || !stored || checkpoint.size <= index) throw corrupt(origin, index)
  const readTile = async (level: number, tile: number) => (await findTile(db, origin, level, tile))?.hashes
  const path = await inclusionProof(index, checkpoint.size, readHashesFromTiles(readTile))
  const proof = formatTlogProof({ index, proof: path, checkpoint: checkpoint.note, extra: stored.entry })
  const told = { log: origin, index, verifierKey: log.verifier_key, entry, proof }
  if (entry.detail === undefined) return told
  const place = { log: entry.log, id: entry.id }
  const opening = detail === null ? undefined : await openingOfDetail(keys, scope, place, entry.detail, detail)
  if (opening === undefined) throw corrupt(origin, index)
  return { ...told, opening }
}

const corrupt = (log: string, index: number) => new Refusal('corrupt', { what: 'log', log, index })
