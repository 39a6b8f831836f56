import { describe, expect, test } from 'vitest'
import { edgeTiles, entriesPath, growTiles, type Tile, tilePath, tileWidth } from './tiles.ts'
import { leafHash, rootOfLeaves } from './tree.ts'

const leaves = Array.from({ length: 600 }, (_, i) => leafHash(Buffer.from(`entry ${i}`)))

describe('a tile is found where C2SP tlog-tiles says', () => {
  test.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 273, width: 112 }, 'tile/0/273.p/112'],
    [{ level: 1, index: 1234067, width: 256 }, 'tile/1/x001/x234/067'],
    [{ level: 2, index: 1000, width: 1 }, 'tile/2/x001/000.p/1'],
  ])('%o', (tile, path) => {
    expect(tilePath(tile)).toBe(path)
    expect(entriesPath(tile)).toBe(path.replace(/^tile\/\d/, 'tile/entries'))
  })
})

test('a tree of 70,000 leaves has the tiles the specification counts', () => {
  expect(edgeTiles(70_000)).toEqual([
    { level: 0, index: 273, width: 112 },
    { level: 1, index: 1, width: 17 },
    { level: 2, index: 0, width: 1 },
  ])
  expect([tileWidth(70_000, 0, 272), tileWidth(70_000, 0, 273), tileWidth(70_000, 0, 274)]).toEqual([256, 112, 0])
  expect(edgeTiles(256)).toEqual([{ level: 1, index: 0, width: 1 }])
  expect(edgeTiles(0)).toEqual([])
})

test('tiles grown in steps are those grown at once, and hold the roots of the full tiles below', () => {
  for (const step of [1, 7, 255, 256, 257, 600]) {
    const tiles = grow(step)
    expect([...tiles.keys()].sort()).toEqual(['0/0', '0/1', '0/2', '1/0'])
    expect(tiles.get('0/2')?.hashes).toEqual(Buffer.concat(leaves.slice(512)))
    const roots = [leaves.slice(0, 256), leaves.slice(256, 512)].map(rootOfLeaves)
    expect(tiles.get('1/0')?.hashes, `steps of ${step}`).toEqual(Buffer.concat(roots))
  }
})

test('adding to a tree whose edge was lost is refused', () => {
  expect(() => growTiles(3, [], leaves.slice(0, 1))).toThrow('tile-malformed')
  expect(() => growTiles(256, [], leaves.slice(0, 256))).toThrow('tile-malformed')
})

function grow(step: number): ReadonlyMap<string, Tile> {
  const tiles = new Map<string, Tile>()
  for (let size = 0; size < leaves.length; size += step) {
    for (const tile of growTiles(size, [...tiles.values()], leaves.slice(size, size + step))) {
      tiles.set(`${tile.level}/${tile.index}`, tile)
    }
  }
  return tiles
}
