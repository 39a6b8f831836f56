import { type HashLanes, hashLanes } from './hash-lanes.ts'
import { TILE_WIDTH } from './tiles.ts'
import { HASH_BYTES, hashPairInto } from './tree.ts'

const HEAP_BYTES = 2 * TILE_WIDTH * HASH_BYTES
const AT_ONCE = 4

/**
 * A tile with all hashes between its level and the next, as a heap: node 1 is the root, 2i and 2i + 1 lie below i, and 256
 * to 511 are the tile's own hashes. Of a tile that is not full, the nodes over whole subtrees are there.
 */
export function expandTile(hashes: Uint8Array): Buffer {
  return expandTileWith(hashLanes(), hashes)
}

/** The same, with the lanes that are given or with none. */
export function expandTileWith(lanes: HashLanes | undefined, hashes: Uint8Array): Buffer {
  const nodes = nodesAbove(lanes, hashes)
  return lanes ? Buffer.from(nodes) : nodes
}

/** Writes the root over a whole tile. */
export function writeTileRoot(hashes: Uint8Array, target: Buffer, at: number): void {
  nodesAbove(hashLanes(), hashes).copy(target, at, HASH_BYTES, 2 * HASH_BYTES)
}

/** In the memory of the lanes: to be used before the next call. */
function nodesAbove(lanes: HashLanes | undefined, hashes: Uint8Array): Buffer {
  const nodes = lanes?.memory.subarray(0, HEAP_BYTES) ?? Buffer.alloc(HEAP_BYTES)
  const width = hashes.length / HASH_BYTES
  if (lanes && width < TILE_WIDTH) nodes.fill(0)
  nodes.set(hashes, TILE_WIDTH * HASH_BYTES)
  for (let row = TILE_WIDTH / 2, whole = Math.floor(width / 2); whole > 0; row /= 2, whole >>= 1) {
    let done = 0
    if (lanes && whole >= AT_ONCE) {
      done = whole - (whole % AT_ONCE)
      lanes.hashPairs(2 * row * HASH_BYTES, row * HASH_BYTES, done)
    }
    for (let i = row + done; i < row + whole; i++) {
      hashPairInto(nodes, 2 * i * HASH_BYTES, nodes, (2 * i + 1) * HASH_BYTES, nodes, i * HASH_BYTES)
    }
  }
  return nodes
}
