import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  appendLeaf,
  type CompactRange,
  EMPTY_RANGE,
  encodeBundle,
  entriesPath,
  growTiles,
  leafHash,
  noteSigner,
  rootOf,
  signCheckpoint,
  tilePath,
  tileWidth,
} from '@omamori/ledger'

export const signer = noteSigner('omamori/mihon-hospital/2026', Buffer.alloc(32, 7))
const ENTRY_BYTES = 1024

/** Writes a log of 1 KB entries as static files; the same bytes once more in one file, for those who only hash. */
export function writeLog(folder: string, size: number) {
  const leaves: Uint8Array[] = []
  const put = (path: string, bytes: Uint8Array | string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  for (let start = 0; start < size; start += 256) {
    const width = Math.min(256, size - start)
    const entries = Array.from({ length: width }, (_, i) => Buffer.alloc(ENTRY_BYTES, `entry ${start + i} `))
    leaves.push(...entries.map(leafHash))
    put(entriesPath({ index: start / 256, width }), encodeBundle(entries))
    writeFileSync(join(folder, 'same-bytes'), Buffer.concat(entries), { flag: 'a' })
  }
  const tiles = growTiles(0, [], leaves)
  for (const { level, index, hashes } of tiles) {
    put(tilePath({ level, index, width: tileWidth(size, level, index) }), hashes)
  }
  let range: CompactRange = EMPTY_RANGE
  for (const leaf of leaves) range = appendLeaf(range, leaf)
  put('checkpoint', signCheckpoint({ origin: signer.name, size, root: rootOf(range) }, signer))
  const readTile = async (level: number, index: number) =>
    tiles.find((tile) => tile.level === level && tile.index === index)?.hashes
  return { leaves, readTile }
}
