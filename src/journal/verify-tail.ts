import { LedgerError, leafHash, rootOf, signCheckpoint, type Tile } from '@omamori/ledger'
import type { LogCheckpointRow, LogRow, Reader } from '#storage'
import { rangeOf } from './log-state.ts'
import { grownTiles } from './sign-log.ts'
import { isSealed, type LogKey } from './signing-key.ts'
import { entriesFrom } from './store.ts'

/** The end of a log that its seal vouches for, though no checkpoint does yet. */
export interface SealedTail {
  /** What the checkpoint would say. It is judged like the others, and goes nowhere. */
  readonly note: string
  /** The tiles as they would be. */
  readonly tiles: readonly Tile[]
  tile(level: number, index: number): Uint8Array | undefined
}

/** 未署名の末尾 — undefined when everything is signed, or when the state in the row is none that we left there. */
export async function sealedTail(
  db: Reader,
  log: LogRow,
  key: LogKey,
  last: LogCheckpointRow | undefined,
): Promise<SealedTail | undefined> {
  const range = rangeOf(log)
  const signed = last?.size ?? 0
  if (range === undefined || range.size <= signed || !isSealed(key, range, log)) return undefined
  const tiles = await tilesOf(db, log, signed)
  return {
    note: signCheckpoint({ origin: log.origin, size: range.size, root: rootOf(range) }, key.signer),
    tiles,
    tile: (level, index) => tiles.find((tile) => tile.level === level && tile.index === index)?.hashes,
  }
}

async function tilesOf(db: Reader, log: LogRow, signed: number): Promise<readonly Tile[]> {
  const leaves = (await entriesFrom(db, log, signed)).map(({ entry }) => leafHash(entry))
  try {
    return await grownTiles(db, log.origin, signed, leaves)
  } catch (error) {
    // The tiles at hand are damaged: the verifier meets them as they are and says so.
    if (error instanceof LedgerError) return []
    throw error
  }
}
