import { appendLeaf, type CompactRange, EMPTY_RANGE, growTiles, leafHash, rootOf } from '@omamori/ledger'

/** A tree of that many leaves as tiles in memory, and its root: what proofs are made from. */
export function syntheticTiles(size: number) {
  const leaves = Array.from({ length: size }, (_, i) => leafHash(Buffer.from(`entry ${i}`)))
  const tiles = new Map(growTiles(0, [], leaves).map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]))
  let range: CompactRange = EMPTY_RANGE
  for (const leaf of leaves) range = appendLeaf(range, leaf)
  return {
    leaves,
    root: rootOf(range),
    readTile: async (level: number, index: number) => tiles.get(`${level}/${index}`),
  }
}
