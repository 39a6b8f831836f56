import { hash } from 'node:crypto'
import { type CompactRange, EMPTY_RANGE } from './compact-range.ts'
import { writeTileRoot } from './expand-tile.ts'
import { TILE_WIDTH } from './tiles.ts'

const HASH = 32
const TILE_LEVEL = 8
const TILE_BYTES = TILE_WIDTH * HASH
// 2^32 leaves, and one more for the carry.
const LEVELS = 34

/** A tree that is counted on inside blocks of memory, without an object for each hash: what audits are made with. */
export interface FastTree {
  /** Adds `count` leaves that stand one after another from `offset` on. A whole tile of them at once costs a third. */
  push(leaves: Buffer, offset: number, count: number): void
  /** Writes the root over everything so far. */
  root(target: Buffer, at: number): void
  /** The roots of the tiles that were completed since the start, at most 256 of them. */
  tileRoots(): Buffer
  /** The perfect subtrees of the tree, largest first: the frontier of a compact range. */
  frontier(): Buffer
}

/** A binary counter over one block of memory: slot `n` holds a perfect subtree of 2^n leaves, and a full slot carries. */
export function createFastTree(start: CompactRange = EMPTY_RANGE): FastTree {
  const slots = Buffer.alloc(LEVELS * HASH)
  const pair = Buffer.alloc(1 + 2 * HASH, 1)
  const tops = Buffer.alloc(TILE_BYTES)
  let count = start.size
  let tiles = 0

  const taken = () => Array.from({ length: LEVELS }, (_, level) => level).filter((level) => isSet(count, level))
  for (const [i, level] of taken().reverse().entries()) slots.set(start.frontier[i] ?? [], level * HASH)

  function hashPair(target: Buffer, at: number): void {
    target.write(hash('sha256', pair, 'binary'), at, HASH, 'latin1')
  }

  /** Puts the perfect subtree on the right of `pair` where it belongs. */
  function carry(from: number): void {
    let level = from
    while (isSet(count, level)) {
      slots.copy(pair, 1, level * HASH, (level + 1) * HASH)
      hashPair(pair, 1 + HASH)
      level++
      if (level === TILE_LEVEL) pair.copy(tops, tiles++ * HASH, 1 + HASH)
    }
    pair.copy(slots, level * HASH, 1 + HASH)
    count += 2 ** from
  }

  function pushTile(hashes: Buffer): void {
    writeTileRoot(hashes, pair, 1 + HASH)
    pair.copy(tops, tiles++ * HASH, 1 + HASH)
    carry(TILE_LEVEL)
  }

  return {
    push(leaves, offset, added) {
      const end = offset + added * HASH
      for (let at = offset; at < end; ) {
        if (count % TILE_WIDTH === 0 && at + TILE_BYTES <= end) {
          pushTile(leaves.subarray(at, at + TILE_BYTES))
          at += TILE_BYTES
        } else {
          leaves.copy(pair, 1 + HASH, at, at + HASH)
          carry(0)
          at += HASH
        }
      }
    },
    root(target, at) {
      let some = false
      for (const level of taken()) {
        if (some) {
          slots.copy(pair, 1, level * HASH, (level + 1) * HASH)
          hashPair(pair, 1 + HASH)
        } else {
          slots.copy(pair, 1 + HASH, level * HASH, (level + 1) * HASH)
        }
        some = true
      }
      pair.copy(target, at, 1 + HASH)
    },
    tileRoots: () => tops.subarray(0, tiles * HASH),
    frontier: () =>
      Buffer.concat(
        taken()
          .reverse()
          .map((level) => slots.subarray(level * HASH, (level + 1) * HASH)),
      ),
  }
}

function isSet(size: number, level: number): boolean {
  return Math.floor(size / 2 ** level) % 2 === 1
}

/**
 * The RFC 6962 leaf hash without a copy: the byte before the entry gives way to the 0x00 for the moment. A `binary` string
 * into a buffer we own is half the price of a Buffer for each hash.
 */
export function hashLeafInPlace(bytes: Uint8Array, from: number, to: number, target: Buffer, at: number): void {
  const before = bytes[from - 1] ?? 0
  bytes[from - 1] = 0
  target.write(hash('sha256', bytes.subarray(from - 1, to), 'binary'), at, HASH, 'latin1')
  bytes[from - 1] = before
}
