import { LedgerError } from './error.ts'
import { hashRanges, type ReadHashes } from './node-reader.ts'
import { HASH_BYTES, largestPowerOfTwoBelow, nodeHash, sameHash } from './tree.ts'

export interface InclusionClaim {
  readonly index: number
  readonly size: number
  readonly leaf: Uint8Array
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** The audit path of a leaf, from the bottom to the top (RFC 6962, 2.1.1). */
export async function inclusionProof(
  index: number,
  size: number,
  readHashes: ReadHashes,
): Promise<readonly Uint8Array[]> {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size)) {
    throw new LedgerError('proof-out-of-range', { index, size })
  }
  return hashRanges(siblings(index, 0, size), readHashes)
}

function siblings(index: number, from: number, to: number): readonly (readonly [number, number])[] {
  if (to - from === 1) return []
  const split = from + largestPowerOfTwoBelow(to - from)
  return index < split ? [...siblings(index, from, split), [split, to]] : [...siblings(index, split, to), [from, split]]
}

/** Whether the leaf is in the tree with that root. Never throws: a proof is hostile until it holds (RFC 9162, 2.1.3.2). */
export function isIncluded({ index, size, leaf, root, proof }: InclusionClaim): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  if (leaf.length !== HASH_BYTES || proof.some((hash) => hash.length !== HASH_BYTES)) return false
  let node = index
  let last = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash)
      // At the right edge a level without a sibling is passed over.
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else {
      hash = nodeHash(hash, sibling)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && sameHash(hash, root)
}
