import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendLeaves, type CompactRange, EMPTY_RANGE, frontierBytes, rootOf } from './compact-range.ts'
import { createFastTree } from './fast-tree.ts'
import { leafHash, rootOfLeaves } from './tree.ts'

const leaves = Array.from({ length: 2000 }, (_, i) => leafHash(Buffer.from(`entry ${i}`)))
const block = Buffer.concat(leaves)

function rangeAfter(count: number): CompactRange {
  return appendLeaves(EMPTY_RANGE, leaves.slice(0, count))
}

test('a tree counted on in steps of any size, from anywhere, is the one counted on leaf by leaf', () => {
  const steps = fc.array(fc.oneof(fc.integer({ min: 0, max: 600 }), fc.constantFrom(255, 256, 257, 512)), {
    maxLength: 6,
  })
  const start = fc.oneof(fc.integer({ min: 0, max: 600 }), fc.constantFrom(0, 256, 512))
  const property = fc.property(start, steps, (from, counts) => {
    const tree = createFastTree(rangeAfter(from))
    const root = Buffer.alloc(32)
    let size = from
    for (const wanted of counts) {
      const count = Math.min(wanted, leaves.length - size)
      tree.push(block, size * 32, count)
      size += count
      if (count === 0) continue
      tree.root(root, 0)
      expect(root.equals(rootOf(rangeAfter(size)))).toBe(true)
      expect(tree.frontier().equals(frontierBytes(rangeAfter(size)))).toBe(true)
    }
    const completed = Array.from({ length: Math.floor(size / 256) - Math.floor(from / 256) }, (_, i) => {
      const first = (Math.floor(from / 256) + i) * 256
      return rootOfLeaves(leaves.slice(first, first + 256))
    })
    expect(tree.tileRoots().equals(Buffer.concat(completed))).toBe(true)
  })
  fc.assert(property, { numRuns: 60 })
})
