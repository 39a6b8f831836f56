import { signCheckpoint } from './checkpoint.ts'
import { appendLeaf, EMPTY_RANGE, rootOf } from './compact-range.ts'
import { encodeEntry } from './entry.ts'
import { encodeBundle } from './entry-bundle.ts'
import type { ExportedFile } from './export-ledger.ts'
import { type Fetch, fetchFrom } from './fetch.ts'
import { noteSigner } from './note.ts'
import { growTiles } from './tiles.ts'
import { leafHash } from './tree.ts'

export const sampleOrigin = 'omamori/mihon-clinic/2026'
export const sampleSigner = noteSigner(sampleOrigin, Buffer.alloc(32, 7))

export function sampleEntry(index: number): Uint8Array {
  return encodeEntry({
    id: index.toString(16).padStart(32, '0'),
    log: sampleOrigin,
    at: '2026-11-22T01:02:03.004Z',
    act: 'registry.changed',
    actor: { kind: 'system' },
    subject: { kind: 'item', id: `i${index}` },
  })
}

/** A log of that size read from memory, signed at those sizes and at its end; small changes make it hostile. */
export function sampleLog(
  size: number,
  signedAt: readonly number[] = [],
  entryAt: (index: number) => Uint8Array = sampleEntry,
): Fetch {
  const entries = Array.from({ length: size }, (_, i) => entryAt(i))
  const leaves = entries.map(leafHash)
  const tiles = new Map(growTiles(0, [], leaves).map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]))
  const notes: string[] = []
  let range = EMPTY_RANGE
  for (const leaf of leaves) {
    range = appendLeaf(range, leaf)
    if (!signedAt.includes(range.size) && range.size !== size) continue
    notes.push(signCheckpoint({ origin: sampleOrigin, size: range.size, root: rootOf(range) }, sampleSigner))
  }
  return {
    async *checkpoints() {
      yield* notes
    },
    tile: async (level, index, width) => tiles.get(`${level}/${index}`)?.subarray(0, width * 32),
    entries: async (index, width) => encodeBundle(entries.slice(index * 256, index * 256 + width)),
  }
}

/** An exported log as files in memory. */
export async function filesOf(files: AsyncIterable<ExportedFile>): Promise<Map<string, Uint8Array>> {
  const map = new Map<string, Uint8Array>()
  for await (const { path, bytes } of files) map.set(path, Uint8Array.from(bytes))
  return map
}

export function fetchFromFiles(files: ReadonlyMap<string, Uint8Array>): Fetch {
  return fetchFrom(async (path) => files.get(path)?.slice())
}
