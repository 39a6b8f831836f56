import { LedgerError } from './error.ts'
import { HASH_BYTES, rootOfLeaves, splitHashes } from './tree.ts'

/** C2SP tlog-tiles: 256 hashes to a tile; level 0 holds leaf hashes, each level above the roots of full tiles. */
export const TILE_WIDTH = 256

/** The name of a tile in a tree of some size; `width` is the number of hashes it then holds. */
export interface TileName {
  readonly level: number
  readonly index: number
  readonly width: number
}

export interface Tile {
  readonly level: number
  readonly index: number
  /** 1 to 256 hashes of 32 bytes, one after another. */
  readonly hashes: Uint8Array
}

/** The partial tiles at the right edge of a tree, lowest level first: all the tiles that an append has to know. */
export function edgeTiles(size: number): readonly TileName[] {
  const tiles: TileName[] = []
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    const width = count % TILE_WIDTH
    if (width > 0) tiles.push({ level, index: Math.floor(count / TILE_WIDTH), width })
  }
  return tiles
}

/** How many hashes the tile holds in a tree of that size: 0 when it does not exist yet, 256 when it is full. */
export function tileWidth(size: number, level: number, index: number): number {
  const count = Math.floor(size / TILE_WIDTH ** level)
  return Math.max(0, Math.min(TILE_WIDTH, count - index * TILE_WIDTH))
}

/**
 * The tiles that change when leaves are added to a tree of `size` leaves whose edge tiles are given, each once, in its
 * new form. Refuses edges that do not fit the size.
 */
export function growTiles(size: number, edges: readonly Tile[], leaves: readonly Uint8Array[]): readonly Tile[] {
  const changed: Tile[] = []
  let added = leaves
  for (let level = 0; added.length > 0; level++) {
    const tiles = growLevel(level, Math.floor(size / TILE_WIDTH ** level), edges, added)
    changed.push(...tiles)
    added = tiles.filter((tile) => tile.hashes.length === TILE_WIDTH * HASH_BYTES).map(rootOfTile)
  }
  return changed
}

function growLevel(
  level: number,
  count: number,
  edges: readonly Tile[],
  added: readonly Uint8Array[],
): readonly Tile[] {
  const first = Math.floor(count / TILE_WIDTH)
  const width = count % TILE_WIDTH
  const edge = edges.find((tile) => tile.level === level && tile.index === first)?.hashes ?? new Uint8Array()
  if (edge.length !== width * HASH_BYTES) {
    throw new LedgerError('tile-malformed', { level, index: first, expected: width, bytes: edge.length })
  }
  const all = Buffer.concat([edge, ...added])
  const step = TILE_WIDTH * HASH_BYTES
  return Array.from({ length: Math.ceil(all.length / step) }, (_, i) => ({
    level,
    index: first + i,
    hashes: all.subarray(i * step, (i + 1) * step),
  }))
}

/** The root over the hashes of a tile. */
export function rootOfTile({ hashes }: Pick<Tile, 'hashes'>): Uint8Array {
  return rootOfLeaves(splitHashes(hashes) ?? [])
}

/** `tile/0/x001/x234/067` or, for a partial tile, `tile/0/000.p/112`. */
export function tilePath(tile: TileName): string {
  return `tile/${tile.level}/${numbered(tile)}`
}

/** Where the entries below a tile of level 0 lie: `tile/entries/000.p/112`. */
export function entriesPath(tile: Omit<TileName, 'level'>): string {
  return `tile/entries/${numbered(tile)}`
}

function numbered({ index, width }: Omit<TileName, 'level'>): string {
  const groups = [String(index % 1000).padStart(3, '0')]
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`)
  }
  return groups.join('/') + (width < TILE_WIDTH ? `.p/${width}` : '')
}
