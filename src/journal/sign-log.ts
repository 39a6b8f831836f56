import {
  type CompactRange,
  edgeTiles,
  growTiles,
  LedgerError,
  rootOf,
  signCheckpoint,
  type Tile,
} from '@omamori/ledger'
import { Refusal } from '#shared'
import type { Change, LogState, Reader } from '#storage'
import { decodedOrUndefined } from './log-state.ts'
import type { LogKey } from './signing-key.ts'
import { addCheckpoint, entriesFrom, findTile, putTile } from './store.ts'

/** The end of a log that is to be signed: the leaves from the last checkpoint on, and the state they lead to. */
export interface Tail {
  readonly log: Pick<LogState, 'facility_id' | 'origin' | 'number' | 'created_at'>
  readonly from: number
  readonly leaves: readonly Uint8Array[]
  readonly after: CompactRange
}

/**
 * Grows the tiles and signs the head of a log, within the commit that it stands at the end of. What is signed is the state
 * that was counted twice when its entries were kept; and nothing signed leaves before the commit, for it lies in the
 * database.
 */
export async function signLog(change: Change, { log, from, leaves, after }: Tail, key: LogKey): Promise<void> {
  if (after.size === from) return
  for (const tile of await grownOrCorrupt(change.db, log.origin, from, leaves)) {
    const { level, index, hashes } = tile
    await putTile(change, { facility_id: log.facility_id, origin: log.origin, level, tile_index: index, hashes })
  }
  const note = signCheckpoint({ origin: log.origin, size: after.size, root: rootOf(after) }, key.signer)
  // The time of the newest entry, so that this column too can be recomputed.
  const [newest] = await entriesFrom(change.db, log, after.size - 1, 1)
  const at = newest && decodedOrUndefined(newest.entry)?.at
  const row = { facility_id: log.facility_id, origin: log.origin, size: after.size, previous_size: from }
  await addCheckpoint(change, { ...row, note, created_at: at ?? log.created_at })
}

/** Tiles that are gone or too short are damage to what is stored, and nothing is signed over the gap. */
async function grownOrCorrupt(...of: Parameters<typeof grownTiles>): Promise<readonly Tile[]> {
  try {
    return await grownTiles(...of)
  } catch (error) {
    if (error instanceof LedgerError) throw new Refusal('corrupt', { log: of[1], ...error.facts }, { cause: error })
    throw error
  }
}

/** The tiles that change when the leaves come after the first `size`, in their new form. */
export async function grownTiles(
  db: Reader,
  origin: string,
  size: number,
  leaves: readonly Uint8Array[],
): Promise<readonly Tile[]> {
  const edges: Tile[] = []
  for (const { level, index } of edgeTiles(size)) {
    const row = await findTile(db, origin, level, index)
    if (row) edges.push({ level, index, hashes: row.hashes })
  }
  return growTiles(size, edges, leaves)
}
