import {
  createFastTree,
  type FastTree,
  HASH_BYTES,
  hashLeafInPlace,
  LedgerError,
  openCheckpoint,
  parseVerifierKey,
  rangeFromTiles,
  TILE_WIDTH,
  tileWidth,
} from '@omamori/ledger'
import type { LogCheckpointRow, LogReader } from '#storage'
import { checkpointsOf, checkpointUpTo } from '../store.ts'
import { type BlockRead, checkMeaning, type MeaningGround } from './check-meaning.ts'
import { createTiles, type Tiles } from './read-tiles.ts'
import type { AuditAnswer, Doubt, LogPlan, RangeTask } from './tasks.ts'

/**
 * 区間の検証 — recomputes the leaves of a range and holds them against the tiles of level 0 and 1, and the tree against every
 * checkpoint in it. The tree is counted on from what the tiles say of the entries before the range, and must come to what
 * they say at its end: so the ranges may be checked in any order and anywhere, and where they follow one another the whole
 * tree is recomputed from its first entry. The tiles above are held against one another, up to those that the root is
 * made of. Holds one block of entries at a time.
 */
export async function checkRange(ground: MeaningGround, reader: LogReader, task: RangeTask): Promise<AuditAnswer> {
  const { plan, from, to, meaning } = task
  const doubts: string[] = []
  const doubt: Doubt = (what, index = from) => void (doubts.length < 100 && doubts.push(`${what} ${index}`))
  const tiles = createTiles(reader.db, plan, to)
  const start = await claimedAt(tiles, from)
  if (start === undefined) return { doubts: [`tile ${from}`] }
  const tree = createFastTree(start)
  const checkpoints = await createCheckpoints(reader, plan, from, tree, doubt)
  const leaves = Buffer.alloc(TILE_WIDTH * HASH_BYTES)
  let bytes = 0
  let postings = 0
  for (let at = from; at < to; at += TILE_WIDTH) {
    const block = await readBlock(reader, plan, at, Math.min(to, at + TILE_WIDTH))
    // Without its entries the tree cannot be counted on.
    if (block === undefined) return { doubts: [...doubts, `entries ${at}`], bytes }
    hashLeaves(block, leaves)
    bytes += block.bytes.length - block.lengths.length
    if (!isSame(leaves.subarray(0, block.lengths.length * HASH_BYTES), await tiles.at(0, at / TILE_WIDTH)))
      doubt('tile', at)
    const ends = await checkpoints.push(leaves, block.lengths.length)
    if (meaning) postings += await checkMeaning(ground, reader.db, plan, block, ends, doubt)
  }
  await checkAbove(tiles, tree, task, doubt)
  return { doubts, bytes, postings }
}

async function readBlock(reader: LogReader, { log }: LogPlan, at: number, to: number): Promise<BlockRead | undefined> {
  const { bytes, lengths } = await reader.entries(log, at, to)
  return lengths.length === to - at ? { at, bytes, lengths } : undefined
}

function hashLeaves({ bytes, lengths }: BlockRead, leaves: Buffer): void {
  let from = 1
  for (const [i, length] of lengths.entries()) {
    hashLeafInPlace(bytes, from, from + length, leaves, i * HASH_BYTES)
    from += length + 1
  }
}

async function claimedAt(tiles: Tiles, size: number) {
  try {
    return await rangeFromTiles(size, tiles.at)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

/** The tiles of level 1 and above against what lies below them, and the end of the range against what follows. */
async function checkAbove(tiles: Tiles, tree: FastTree, { plan, from, to }: RangeTask, doubt: Doubt): Promise<void> {
  const end = await claimedAt(tiles, to)
  if (end === undefined || !isSame(Buffer.concat(end.frontier), tree.frontier())) doubt('tree', to - 1)
  const first = from / TILE_WIDTH
  const part = Math.floor(first / TILE_WIDTH)
  const roots = tree.tileRoots()
  const above = roots.length === 0 ? undefined : await tiles.at(1, part)
  const place = (first % TILE_WIDTH) * HASH_BYTES
  if (roots.length > 0 && !isSame(roots, above?.subarray(place, place + roots.length))) doubt('tile', from)
  for (let level = 1, index = part; tileWidth(plan.size, level, index) > 0; level += 1) {
    if (!(await tiles.fits(level, index))) doubt('tile', from)
    if (tileWidth(plan.size, level, index) < TILE_WIDTH) break
    index = Math.floor(index / TILE_WIDTH)
  }
}

const isSame = (a: Uint8Array, b: Uint8Array | undefined) => b !== undefined && Buffer.compare(a, b) === 0

function keyNamed(origin: string, verifierKey: string) {
  try {
    const key = parseVerifierKey(verifierKey)
    return key.name === origin ? key : undefined
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

/** The checkpoints of a range, met one after the other as the tree grows. */
async function createCheckpoints(reader: LogReader, plan: LogPlan, from: number, tree: FastTree, doubt: Doubt) {
  const { origin, verifier_key } = plan.log
  const key = keyNamed(origin, verifier_key)
  const rows = checkpointsOf(reader.db, origin, from > 0 ? from : -1)
  const root = Buffer.alloc(HASH_BYTES)
  let previous = from > 0 ? ((await checkpointUpTo(reader.db, origin, from))?.size ?? 0) : 0
  let next = await one()
  let size = from

  async function one(): Promise<LogCheckpointRow | undefined> {
    const { value, done } = await rows.next()
    return done || value.size > plan.signedSize ? undefined : value
  }

  function judge({ note, previous_size, size: said }: LogCheckpointRow): void {
    if (previous_size !== previous) doubt('checkpoint', said - 1)
    try {
      const claim = key && openCheckpoint(note, key)
      if (claim?.size !== said || !isSame(root, claim.root)) doubt('checkpoint', said - 1)
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error
      doubt('checkpoint', said - 1)
    }
    previous = said
  }

  return {
    /** Grows the tree by so many leaves; gives the times that the checkpoints on the way bear, by their sizes. */
    async push(leaves: Buffer, count: number): Promise<ReadonlyMap<number, string>> {
      const ends = new Map<number, string>()
      for (let done = 0; done < count; ) {
        // As far as the next checkpoint; one that should have come before is met by the next leaf.
        const step = next === undefined ? count - done : Math.min(count - done, Math.max(1, next.size - size))
        tree.push(leaves, done * HASH_BYTES, step)
        done += step
        size += step
        if (next === undefined || next.size > size) continue
        if (next.size < size) doubt('checkpoint', size - 1)
        else {
          tree.root(root, 0)
          judge(next)
          ends.set(next.size, next.created_at)
        }
        next = await one()
      }
      return ends
    },
  }
}
