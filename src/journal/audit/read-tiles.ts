import { HASH_BYTES, rootOfTile, TILE_WIDTH, tileWidth } from '@omamori/ledger'
import type { Reader } from '#storage'
import { tilesBetween } from '../store.ts'
import type { LogPlan } from './tasks.ts'

/** The tiles of a log as they were when the audit began. */
export interface Tiles {
  /** Undefined when it is not there, or not as long as a log of that size has it. */
  at(level: number, index: number): Promise<Uint8Array | undefined>
  /** Whether the tile is what the tile above says of it; one that is not full has nothing above. */
  fits(level: number, index: number): Promise<boolean>
}

// Half a megabyte at a time.
const AT_ONCE = 64

/** Reads the full tiles, which never change, from the database, and takes the others as they were. Entries are asked up to `to`. */
export function createTiles(db: Reader, { log, size, edges }: LogPlan, to: number): Tiles {
  const end = Math.ceil(to / TILE_WIDTH)
  let leaves: ReadonlyMap<number, Uint8Array> = new Map()
  let [first, last] = [0, 0]

  async function read(level: number, index: number): Promise<Uint8Array | undefined> {
    const edge = edges.find((tile) => tile.level === level && tile.index === index)
    if (edge) return edge.hashes
    if (level > 0) return (await tilesBetween(db, log.origin, level, index, index + 1)).get(index)
    if (index < first || index >= last) {
      first = index
      last = Math.max(index + 1, Math.min(end, index + AT_ONCE))
      leaves = await tilesBetween(db, log.origin, 0, first, last)
    }
    return leaves.get(index)
  }

  async function at(level: number, index: number): Promise<Uint8Array | undefined> {
    const tile = await read(level, index)
    return tile?.length === tileWidth(size, level, index) * HASH_BYTES ? tile : undefined
  }

  return {
    at,
    async fits(level, index) {
      const tile = await at(level, index)
      if (tile === undefined) return false
      if (tile.length < TILE_WIDTH * HASH_BYTES) return true
      const above = await at(level + 1, Math.floor(index / TILE_WIDTH))
      const place = (index % TILE_WIDTH) * HASH_BYTES
      return (
        above !== undefined &&
        Buffer.compare(rootOfTile({ hashes: tile }), above.subarray(place, place + HASH_BYTES)) === 0
      )
    },
  }
}
