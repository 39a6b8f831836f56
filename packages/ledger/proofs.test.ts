import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consistencyProof, isConsistent } from './consistency.ts'
import { inclusionProof, isIncluded } from './inclusion.ts'
import { readHashesFromTiles } from './node-reader.ts'
import { vectorJson } from './testing.ts'
import { growTiles } from './tiles.ts'
import { leafHash, rootOfLeaves } from './tree.ts'

interface Vector {
  readonly file: string
  readonly wantErr: boolean
  readonly proof: readonly string[] | null
}
interface InclusionVector extends Vector {
  readonly leafIdx: number
  readonly treeSize: number
  readonly root: string | null
  readonly leafHash: string | null
}
interface ConsistencyVector extends Vector {
  readonly size1: number
  readonly size2: number
  readonly root1: string | null
  readonly root2: string | null
}

const bytes = (text: string | null): Uint8Array => Buffer.from(text ?? '', 'base64')

describe('published inclusion vectors', () => {
  test.each(vectorJson<InclusionVector[]>('merkle/inclusion.json'))('$file', (vector) => {
    const claim = {
      index: vector.leafIdx,
      size: vector.treeSize,
      leaf: bytes(vector.leafHash),
      root: bytes(vector.root),
    }
    expect(isIncluded({ ...claim, proof: (vector.proof ?? []).map(bytes) })).toBe(!vector.wantErr)
  })
})

describe('published consistency vectors', () => {
  test.each(vectorJson<ConsistencyVector[]>('merkle/consistency.json'))('$file', (vector) => {
    const roots = { oldRoot: bytes(vector.root1), newRoot: bytes(vector.root2) }
    const proof = (vector.proof ?? []).map(bytes)
    expect(isConsistent({ oldSize: vector.size1, newSize: vector.size2, ...roots, proof })).toBe(!vector.wantErr)
  })
})

const leaves = Array.from({ length: 70_000 }, (_, i) => leafHash(Buffer.from(`entry ${i}`)))
const tiles = growTiles(0, [], leaves)
const readHashes = readHashesFromTiles(async (level, index) => {
  return tiles.find((tile) => tile.level === level && tile.index === index)?.hashes
})
const rootAt = (size: number): Uint8Array => rootOfLeaves(leaves.slice(0, size))

test('every leaf of every small tree is proven, and proven at no other place', async () => {
  for (let size = 1; size <= 33; size++) {
    for (let index = 0; index < size; index++) {
      const claim = { index, size, leaf: leafHash(Buffer.from(`entry ${index}`)), root: rootAt(size) }
      const proof = await inclusionProof(index, size, readHashes)
      expect(isIncluded({ ...claim, proof }), `${index} in ${size}`).toBe(true)
      for (let other = 0; other < size; other++) {
        if (other !== index) expect(isIncluded({ ...claim, index: other, proof })).toBe(false)
      }
    }
  }
})

test('every small tree is proven to begin with every smaller one', async () => {
  for (let newSize = 1; newSize <= 33; newSize++) {
    for (let oldSize = 1; oldSize <= newSize; oldSize++) {
      const claim = { oldSize, newSize, oldRoot: rootAt(oldSize), newRoot: rootAt(newSize) }
      const proof = await consistencyProof(oldSize, newSize, readHashes)
      expect(isConsistent({ ...claim, proof }), `${oldSize} in ${newSize}`).toBe(true)
      expect(isConsistent({ ...claim, oldRoot: leafHash(Buffer.of(1)), proof })).toBe(false)
      expect(isConsistent({ ...claim, newRoot: leafHash(Buffer.of(1)), proof })).toBe(false)
    }
  }
})

test('proofs reach over three levels of tiles', async () => {
  const sizes = fc.integer({ min: 1, max: leaves.length })
  const property = fc.asyncProperty(sizes, sizes, async (a, b) => {
    const [oldSize, size] = a < b ? [a, b] : [b, a]
    const root = rootAt(size)
    const leaf = leaves[oldSize - 1] ?? Buffer.alloc(0)
    const path = await inclusionProof(oldSize - 1, size, readHashes)
    expect(isIncluded({ index: oldSize - 1, size, leaf, root, proof: path })).toBe(true)
    const proof = await consistencyProof(oldSize, size, readHashes)
    expect(isConsistent({ oldSize, newSize: size, oldRoot: rootAt(oldSize), newRoot: root, proof })).toBe(true)
  })
  await fc.assert(property, { numRuns: 12 })
})

test('a proof with any bit changed proves nothing', async () => {
  const size = 1000
  const proof = await inclusionProof(321, size, readHashes)
  const claim = { index: 321, size, leaf: leafHash(Buffer.from('entry 321')), root: rootAt(size) }
  for (const [i, hash] of proof.entries()) {
    for (let bit = 0; bit < 256; bit += 17) {
      const flipped = Uint8Array.from(hash)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(isIncluded({ ...claim, proof: proof.with(i, flipped) })).toBe(false)
    }
  }
})

test('a proof outside the tree is not made', async () => {
  await expect(inclusionProof(5, 5, readHashes)).rejects.toThrow('proof-out-of-range')
  await expect(consistencyProof(6, 5, readHashes)).rejects.toThrow('proof-out-of-range')
  await expect(consistencyProof(0, 5, readHashes)).rejects.toThrow('proof-out-of-range')
})
