import { hash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expandTileWith } from './expand-tile.ts'
import { type HashLanes, hashLanes } from './hash-lanes.ts'
import { nodeHash, rootOfLeaves } from './tree.ts'

const lanes = hashLanes() as HashLanes

test('this machine has lanes, or nothing here is tested', () => {
  expect(lanes).toBeDefined()
})

test('what four lanes hash is what node:crypto hashes, whatever stands before the children', () => {
  const bytes = fc.uint8Array({ minLength: 4 * 64 + 1, maxLength: 4 * 64 + 1 })
  const property = fc.property(bytes, (children) => {
    lanes.memory.set(children, 31)
    lanes.hashPairs(32, 4096, 4)
    for (let i = 0; i < 4; i++) {
      const node = Buffer.concat([Buffer.of(1), children.subarray(1 + 64 * i, 65 + 64 * i)])
      expect(lanes.memory.toString('hex', 4096 + 32 * i, 4128 + 32 * i)).toBe(hash('sha256', node))
    }
  })
  fc.assert(property, { numRuns: 500 })
})

test('every byte of a node counts, each with every value', () => {
  for (let place = 0; place < 64; place++) {
    for (let value = 0; value < 256; value += 4) {
      lanes.memory.fill(0, 0, 4 * 64 + 32)
      for (let i = 0; i < 4; i++) lanes.memory[32 + 64 * i + place] = value + i
      lanes.hashPairs(32, 4096, 4)
      for (let i = 0; i < 4; i++) {
        const children = Buffer.alloc(64)
        children[place] = value + i
        const wanted = nodeHash(children.subarray(0, 32), children.subarray(32))
        expect(lanes.memory.subarray(4096 + 32 * i, 4128 + 32 * i).equals(wanted)).toBe(true)
      }
    }
  }
})

test('a tile of every width is the same with lanes and without, and its whole subtrees are those of the RFC', () => {
  const hashes = Buffer.concat(Array.from({ length: 256 }, (_, i) => hash('sha256', `leaf ${i}`, 'buffer')))
  // A full one before each, so that what it leaves behind would show.
  for (let width = 1; width <= 256; width++) {
    expandTileWith(lanes, hashes)
    const tile = hashes.subarray(0, width * 32)
    const nodes = expandTileWith(lanes, tile)
    expect(nodes.equals(expandTileWith(undefined, tile))).toBe(true)
    for (let row = 1; row <= 128; row *= 2) {
      const span = 256 / row
      for (const i of [0, Math.floor(width / span) - 1].filter((one) => one >= 0 && one < Math.floor(width / span))) {
        const leaves = Array.from({ length: span }, (_, k) =>
          tile.subarray((i * span + k) * 32, (i * span + k + 1) * 32),
        )
        expect(nodes.subarray((row + i) * 32, (row + i + 1) * 32).equals(rootOfLeaves(leaves))).toBe(true)
      }
    }
  }
})
