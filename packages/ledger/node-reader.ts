import { LedgerError } from './error.ts'
import { TILE_WIDTH } from './tiles.ts'
import { nodeHash, rootOfLeaves, splitHashes } from './tree.ts'

/** A perfect subtree: `2 ** height` leaves, the `index`th of its height from the left. */
export interface Node {
  readonly height: number
  readonly index: number
}

/** Gives the hashes of perfect subtrees, in the order asked. */
export type ReadHashes = (nodes: readonly Node[]) => Promise<readonly Uint8Array[]>

/** Gives the hashes of a tile, full or partial, one after another. */
export type ReadTile = (level: number, index: number) => Promise<Uint8Array | undefined>

// A tile is eight levels of the binary tree in one.
const TILE_HEIGHT = 8

/** Reads subtree hashes out of tiles; what lies between two tile levels is hashed together from the lower one. */
export function readHashesFromTiles(readTile: ReadTile): ReadHashes {
  return (nodes) => Promise.all(nodes.map((node) => hashFromTile(readTile, node)))
}

async function hashFromTile(readTile: ReadTile, { height, index }: Node): Promise<Uint8Array> {
  const level = Math.floor(height / TILE_HEIGHT)
  const width = 2 ** (height % TILE_HEIGHT)
  const start = index * width
  const tileIndex = Math.floor(start / TILE_WIDTH)
  const hashes = splitHashes((await readTile(level, tileIndex)) ?? new Uint8Array()) ?? []
  const within = hashes.slice(start % TILE_WIDTH, (start % TILE_WIDTH) + width)
  if (within.length !== width)
    throw new LedgerError('tile-malformed', { level, index: tileIndex, width: hashes.length })
  return rootOfLeaves(within)
}

/** The perfect subtrees, left to right, that together cover the leaves from `from` up to `to`; `from` starts the first. */
export function nodesOfRange(from: number, to: number): readonly Node[] {
  const nodes: Node[] = []
  for (let start = from; start < to; ) {
    let height = 0
    while (start % 2 ** (height + 1) === 0 && start + 2 ** (height + 1) <= to) height++
    nodes.push({ height, index: start / 2 ** height })
    start += 2 ** height
  }
  return nodes
}

/** Reads the hashes of ranges of leaves, each of which is a subtree of some tree: all nodes are asked for at once. */
export async function hashRanges(
  ranges: readonly (readonly [from: number, to: number])[],
  readHashes: ReadHashes,
): Promise<readonly Uint8Array[]> {
  const groups = ranges.map(([from, to]) => nodesOfRange(from, to))
  const hashes = await readHashes(groups.flat())
  let taken = 0
  return groups.map((group) => {
    const part = hashes.slice(taken, taken + group.length)
    taken += group.length
    return part.reduceRight((right, left) => nodeHash(left, right))
  })
}
