import { hash } from 'node:crypto'

export const HASH_BYTES = 32

/** Root of the tree without leaves: SHA-256 of nothing (RFC 6962, 2.1). */
export const EMPTY_ROOT: Uint8Array = hash('sha256', '', 'buffer')

// What a leaf is hashed from; written anew each time, and never across an await. Memory for every leaf would cost as much
// again as the hash.
const leafBytes = Buffer.alloc(8 * 1024)

/** RFC 6962 leaf hash: the 0x00 keeps a leaf from ever being taken for a node. */
export function leafHash(entry: Uint8Array): Uint8Array {
  const length = entry.length + 1
  const bytes = length <= leafBytes.length ? leafBytes.subarray(0, length) : Buffer.alloc(length)
  bytes.set(entry, 1)
  return Buffer.from(hash('sha256', bytes, 'binary'), 'latin1')
}

// What an inner node is hashed from; written anew each time, and never across an await.
const pair = Buffer.alloc(1 + 2 * HASH_BYTES, 0x01)

/** RFC 6962 hash of an inner node. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  pair.set(left, 1)
  pair.set(right, 1 + HASH_BYTES)
  // A `binary` string costs half of what a Buffer for each hash does.
  return Buffer.from(hash('sha256', pair, 'binary'), 'latin1')
}

/** The same inside blocks of memory, without an object for each hash. */
export function hashPairInto(
  left: Buffer,
  leftAt: number,
  right: Buffer,
  rightAt: number,
  target: Buffer,
  at: number,
): void {
  left.copy(pair, 1, leftAt, leftAt + HASH_BYTES)
  right.copy(pair, 1 + HASH_BYTES, rightAt, rightAt + HASH_BYTES)
  target.write(hash('sha256', pair, 'binary'), at, HASH_BYTES, 'latin1')
}

/** The root over the leaf hashes, by the recursion RFC 6962 defines it with: slow, and plainly right. */
export function rootOfLeaves(leaves: readonly Uint8Array[]): Uint8Array {
  const [first, second] = leaves
  if (first === undefined) return EMPTY_ROOT
  if (second === undefined) return first
  const split = largestPowerOfTwoBelow(leaves.length)
  return nodeHash(rootOfLeaves(leaves.slice(0, split)), rootOfLeaves(leaves.slice(split)))
}

/** The size of the left subtree of a tree of that size (2 or more). */
export function largestPowerOfTwoBelow(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

export function sameHash(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0
}

/** Cuts concatenated hashes apart; undefined when the length is not a multiple of a hash. */
export function splitHashes(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  if (bytes.length % HASH_BYTES !== 0) return undefined
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, i) =>
    bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  )
}
