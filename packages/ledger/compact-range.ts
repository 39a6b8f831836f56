import { LedgerError } from './error.ts'
import { EMPTY_ROOT, nodeHash, splitHashes } from './tree.ts'

/**
 * All that an append needs to know of a tree: its size, and the hashes of its perfect subtrees from the largest,
 * on the left, to the smallest. There is one for each bit that is set in the size.
 */
export interface CompactRange {
  readonly size: number
  readonly frontier: readonly Uint8Array[]
}

export const EMPTY_RANGE: CompactRange = { size: 0, frontier: [] }

/** The tree with one more leaf. */
export function appendLeaf(range: CompactRange, leaf: Uint8Array): CompactRange {
  return appendLeaves(range, [leaf])
}

export function appendLeaves(range: CompactRange, leaves: readonly Uint8Array[]): CompactRange {
  const frontier = [...range.frontier]
  let { size } = range
  for (const leaf of leaves) {
    let hash = leaf
    // Every low bit set in the size is a perfect subtree that the new leaf completes to one twice as large.
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = frontier.pop()
      if (left === undefined) throw new LedgerError('range-malformed', { size, problem: 'frontier too short' })
      hash = nodeHash(left, hash)
    }
    frontier.push(hash)
    size += 1
  }
  return { size, frontier }
}

/** The RFC 6962 root of the tree. */
export function rootOf(range: CompactRange): Uint8Array {
  return range.frontier.length === 0 ? EMPTY_ROOT : range.frontier.reduceRight((right, left) => nodeHash(left, right))
}

/** The frontier as it is stored: hashes one after another. */
export function frontierBytes(range: CompactRange): Uint8Array {
  return Buffer.concat(range.frontier)
}

/** Reads a stored range; refuses a frontier whose number of hashes does not fit the size. */
export function readRange(size: number, bytes: Uint8Array): CompactRange {
  if (!Number.isSafeInteger(size) || size < 0) throw new LedgerError('range-malformed', { size })
  const frontier = splitHashes(bytes)
  if (frontier?.length !== bitsSet(size)) throw new LedgerError('range-malformed', { size, bytes: bytes.length })
  return { size, frontier }
}

function bitsSet(size: number): number {
  let bits = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2
  return bits
}
