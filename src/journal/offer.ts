import { consistencyProof, LedgerError, readHashesFromTiles } from '@omamori/ledger'
import { Refusal } from '#shared'
import type { Reader } from '#storage'
import { findTile, lastCheckpointOf, newestLogOf } from './store.ts'

/** 立会いに出すもの — the newest log as it may be shown outside: its last signed checkpoint, and how far it is durable. */
export interface Offer {
  readonly origin: string
  readonly verifierKey: string
  /** Entries that are durable, signed or not. */
  readonly durableSize: number
  /** The size that the note speaks of. */
  readonly size: number
  /** The signed checkpoint. */
  readonly note: string
}

/** The checkpoint to show to a witness; undefined while nothing is signed. */
export async function readOffer(db: Reader): Promise<Offer | undefined> {
  const log = await newestLogOf(db)
  const last = log && (await lastCheckpointOf(db, log.origin))
  if (!log || !last) return undefined
  return {
    origin: log.origin,
    verifierKey: log.verifier_key,
    durableSize: log.size,
    size: last.size,
    note: last.note,
  }
}

/** That a log of `size` begins with its first `oldSize` entries, from the tiles as they are stored. */
export async function readConsistency(
  db: Reader,
  origin: string,
  oldSize: number,
  size: number,
): Promise<readonly Uint8Array[]> {
  const readTile = async (level: number, index: number) => (await findTile(db, origin, level, index))?.hashes
  try {
    return await consistencyProof(oldSize, size, readHashesFromTiles(readTile))
  } catch (error) {
    if (error instanceof LedgerError) throw new Refusal('corrupt', { what: 'log', log: origin }, { cause: error })
    throw error
  }
}
