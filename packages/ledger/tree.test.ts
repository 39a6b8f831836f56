import { hash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendLeaf, appendLeaves, EMPTY_RANGE, frontierBytes, readRange, rootOf } from './compact-range.ts'
import { leafHash, rootOfLeaves } from './tree.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

// The eight leaves and nine roots with which Certificate Transparency implementations check RFC 6962 trees.
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (text) => leafHash(Buffer.from(text, 'hex')),
)
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test('the known roots of RFC 6962 trees come out, by the definition and by appending', () => {
  for (const [size, root] of roots.entries()) {
    expect(hex(rootOfLeaves(leaves.slice(0, size)))).toBe(root)
    expect(hex(rootOf(appendLeaves(EMPTY_RANGE, leaves.slice(0, size))))).toBe(root)
  }
})

test('appending one by one gives the defined root at every size up to 600', () => {
  const many = Array.from({ length: 600 }, (_, i) => leafHash(Buffer.from(`entry ${i}`)))
  let range = EMPTY_RANGE
  for (const [i, leaf] of many.entries()) {
    range = appendLeaf(range, leaf)
    expect(hex(rootOf(range)), `size ${i + 1}`).toBe(hex(rootOfLeaves(many.slice(0, i + 1))))
  }
})

test('a stored range goes on where it stopped', () => {
  const property = fc.property(
    fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70 }),
    fc.nat(70),
    (entries, at) => {
      const hashes = entries.map(leafHash)
      const before = appendLeaves(EMPTY_RANGE, hashes.slice(0, at))
      const after = appendLeaves(readRange(before.size, frontierBytes(before)), hashes.slice(at))
      expect(rootOf(after)).toEqual(rootOfLeaves(hashes))
    },
  )
  fc.assert(property)
})

test('a stored range whose size and hashes do not fit is refused', () => {
  const range = appendLeaves(EMPTY_RANGE, leaves.slice(0, 5))
  for (const size of [4, 7, -1, 0.5, 2 ** 60])
    expect(() => readRange(size, frontierBytes(range))).toThrow('range-malformed')
  expect(() => readRange(5, frontierBytes(range).subarray(1))).toThrow('range-malformed')
})

test('a tree of 2^40 leaves is appended to without losing bits', () => {
  const subtree = hash('sha256', 'a large tree', 'buffer')
  const range = appendLeaf({ size: 2 ** 40, frontier: [subtree] }, leafHash(Buffer.from('one more')))
  expect(range.size).toBe(2 ** 40 + 1)
  expect(range.frontier).toHaveLength(2)
})
