import type { CompactRange } from './compact-range.ts'
import { nodesOfRange, type ReadTile, readHashesFromTiles } from './node-reader.ts'

/** The tree of the first `size` leaves as the tiles claim it. Refuses tiles that are missing or too short. */
export async function rangeFromTiles(size: number, readTile: ReadTile): Promise<CompactRange> {
  return { size, frontier: await readHashesFromTiles(readTile)(nodesOfRange(0, size)) }
}
