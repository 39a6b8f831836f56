import {
  appendLeaves,
  type CompactRange,
  edgeTiles,
  frontierBytes,
  growTiles,
  leafHash,
  type NoteSigner,
  rootOf,
  signCheckpoint,
  type Tile,
} from '@omamori/ledger'
import { Refusal } from '#shared'
import type { Change, LogRow, Scope } from '#storage'
import { addCheckpoint, entriesBetween, findLog, findTile, putTile } from './store.ts'

type FindSigner = (scope: Scope, log: LogRow) => Promise<NoteSigner>

/**
 * Signs what a commit group added to a log, in the same transaction. Before it signs, it reads the new entries back
 * and hashes them a second time: a bit that flipped between the hash and the database must never be signed over, as it
 * was in two logs of Certificate Transparency. Nothing signed leaves before the commit, for it lies in the database.
 */
export async function signLog(
  change: Change,
  before: CompactRange & { readonly origin: string },
  findSigner: FindSigner,
): Promise<void> {
  const log = await findLog(change.db, before.origin)
  if (log === undefined || log.size === before.size) return
  const entries = await entriesBetween(change.db, log.origin, before.size, log.size)
  const leaves = entries.map(({ entry }) => leafHash(entry))
  const after = appendLeaves(before, leaves)
  if (after.size !== log.size || Buffer.compare(frontierBytes(after), log.frontier) !== 0) {
    throw new Refusal('corrupt', { what: 'entries read back differ from those written', log: log.origin })
  }
  await growStoredTiles(change, log, before.size, leaves)
  const signer = await findSigner(change.scope, log)
  const note = signCheckpoint({ origin: log.origin, size: after.size, root: rootOf(after) }, signer)
  // The time of the newest entry, so that this column too can be recomputed.
  const created_at = entries.at(-1)?.at ?? log.created_at
  const row = { facility_id: log.facility_id, origin: log.origin, size: after.size, previous_size: before.size }
  await addCheckpoint(change, { ...row, note, created_at })
}

async function growStoredTiles(
  change: Change,
  log: LogRow,
  size: number,
  leaves: readonly Uint8Array[],
): Promise<void> {
  const edges: Tile[] = []
  for (const { level, index } of edgeTiles(size)) {
    const row = await findTile(change.db, log.origin, level, index)
    if (row) edges.push({ level, index, hashes: row.hashes })
  }
  for (const { level, index, hashes } of growTiles(size, edges, leaves)) {
    await putTile(change, {
      facility_id: log.facility_id,
      origin: log.origin,
      level,
      tile_index: index,
      hashes,
    })
  }
}
