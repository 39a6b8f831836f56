import fc from 'fast-check'
import { expect, test } from 'vitest'
import { consistencyProof } from './consistency.ts'
import { inclusionProof } from './inclusion.ts'
import { readHashesFromTiles } from './node-reader.ts'
import { createProver } from './prover.ts'
import { growTiles } from './tiles.ts'
import { leafHash } from './tree.ts'

const leaves = Array.from({ length: 70_000 }, (_, i) => leafHash(Buffer.from(`entry ${i}`)))
const tiles = new Map(growTiles(0, [], leaves).map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]))
const readTile = async (level: number, index: number) => tiles.get(`${level}/${index}`)
const readHashes = readHashesFromTiles(readTile)
const hex = (proof: readonly Uint8Array[]) => proof.map((hash) => Buffer.from(hash).toString('hex'))

test('every proof of every small tree is the one that the recursion of the RFC gives', async () => {
  for (let size = 1; size <= 34; size++) {
    const prover = createProver(async (level, index, width) => (await readTile(level, index))?.subarray(0, width * 32))
    for (let i = 0; i < size; i++) {
      expect(hex(await prover.inclusion(i, size))).toEqual(hex(await inclusionProof(i, size, readHashes)))
      expect(hex(await prover.consistency(i + 1, size))).toEqual(hex(await consistencyProof(i + 1, size, readHashes)))
    }
  }
})

test('so it is over three levels of tiles, from a cache that is too small and while the log grows', async () => {
  const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 70_000 }), fc.integer({ min: 1, max: 70_000 })), {
    minLength: 20,
    maxLength: 20,
  })
  const property = fc.asyncProperty(sizes, async (pairs) => {
    const prover = createProver(
      async (level, index, width) => (await readTile(level, index))?.subarray(0, width * 32),
      3,
    )
    for (const [a, b] of pairs) {
      const [small, large] = a < b ? [a, b] : [b, a]
      expect(hex(await prover.inclusion(small - 1, large))).toEqual(
        hex(await inclusionProof(small - 1, large, readHashes)),
      )
      expect(hex(await prover.consistency(small, large))).toEqual(hex(await consistencyProof(small, large, readHashes)))
    }
  })
  await fc.assert(property, { numRuns: 5 })
})

test('so it is where a whole tile of a level ends', async () => {
  const prover = createProver(async (level, index, width) => (await readTile(level, index))?.subarray(0, width * 32))
  for (const size of [255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 65_792, 65_793]) {
    for (const index of [0, 255, 256, 65_535, 65_536, size - 2, size - 1].filter((one) => one < size)) {
      expect(hex(await prover.inclusion(index, size))).toEqual(hex(await inclusionProof(index, size, readHashes)))
      expect(hex(await prover.consistency(index + 1, size))).toEqual(
        hex(await consistencyProof(index + 1, size, readHashes)),
      )
    }
  }
})

test('a tile that is short, missing or cut inside a hash makes no proof', async () => {
  for (const length of [undefined, 0, 32 * 99, 32 * 100 + 1]) {
    const prover = createProver(async () => (length === undefined ? undefined : Buffer.alloc(length)))
    await expect(prover.inclusion(3, 100)).rejects.toThrow('tile-malformed')
  }
  await expect(createProver(readTile).inclusion(5, 5)).rejects.toThrow('proof-out-of-range')
  await expect(createProver(readTile).consistency(0, 5)).rejects.toThrow('proof-out-of-range')
})

test('a whole tile is read once, a growing one again when it is wider', async () => {
  const read: string[] = []
  const prover = createProver(async (level, index, width) => {
    read.push(`${level}/${index}/${width}`)
    return (await readTile(level, index))?.subarray(0, width * 32)
  })
  await prover.inclusion(5, 300)
  await prover.inclusion(9, 300)
  await prover.inclusion(9, 310)
  expect(read).toEqual(['0/0/256', '0/1/44', '0/1/54'])
})
