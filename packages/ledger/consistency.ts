import { LedgerError } from './error.ts'
import { hashRanges, type ReadHashes } from './node-reader.ts'
import { HASH_BYTES, largestPowerOfTwoBelow, nodeHash, sameHash } from './tree.ts'

export interface ConsistencyClaim {
  readonly oldSize: number
  readonly newSize: number
  readonly oldRoot: Uint8Array
  readonly newRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Proof that the newer tree only adds to the older one (RFC 6962, 2.1.2); empty when they are one. */
export async function consistencyProof(
  oldSize: number,
  newSize: number,
  readHashes: ReadHashes,
): Promise<readonly Uint8Array[]> {
  const inRange = Number.isSafeInteger(oldSize) && Number.isSafeInteger(newSize) && oldSize > 0 && oldSize <= newSize
  if (!inRange) throw new LedgerError('proof-out-of-range', { oldSize, newSize })
  if (oldSize === newSize) return []
  return hashRanges(subproof(oldSize, 0, newSize, true), readHashes)
}

function subproof(oldSize: number, from: number, to: number, whole: boolean): readonly (readonly [number, number])[] {
  if (oldSize === to) return whole ? [] : [[from, to]]
  const split = from + largestPowerOfTwoBelow(to - from)
  return oldSize <= split
    ? [...subproof(oldSize, from, split, whole), [split, to]]
    : [...subproof(oldSize, split, to, false), [from, split]]
}

/**
 * Whether the newer tree begins with the older one (RFC 9162, 2.1.4.2). Never throws. Every tree begins with the empty
 * one, so there is no proof of that, and none is accepted.
 */
export function isConsistent({ oldSize, newSize, oldRoot, newRoot, proof }: ConsistencyClaim): boolean {
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(newSize) || oldSize < 1 || oldSize > newSize) return false
  if (proof.some((hash) => hash.length !== HASH_BYTES)) return false
  if (oldSize === newSize) return proof.length === 0 && sameHash(oldRoot, newRoot)
  if (proof.length === 0) return false
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof
  return walk(path, oldSize - 1, newSize - 1, oldRoot, newRoot)
}

function walk(
  path: readonly Uint8Array[],
  oldLast: number,
  newLast: number,
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
): boolean {
  let [node, last] = [oldLast, newLast]
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  const [first, ...rest] = path
  if (first === undefined) return false
  let [oldHash, newHash] = [first, first]
  for (const hash of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      oldHash = nodeHash(hash, oldHash)
      newHash = nodeHash(hash, newHash)
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else {
      newHash = nodeHash(newHash, hash)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && sameHash(oldHash, oldRoot) && sameHash(newHash, newRoot)
}

function isPowerOfTwo(size: number): boolean {
  return size === 1 || largestPowerOfTwoBelow(size) * 2 === size
}
