import { decodeBundle } from './entry-bundle.ts'
import { LedgerError } from './error.ts'
import { MANIFEST_PATH, parseManifest } from './manifest.ts'
import { entriesPath, TILE_WIDTH, tilePath } from './tiles.ts'

/**
 * Where a log is read from, in three verbs; a directory, a web site, a database and a test look the same. Nothing of what
 * comes back is believed. Undefined means that it is not there; only a source that fails throws.
 */
export interface Fetch {
  /** Every signed checkpoint that is known, in any order. */
  checkpoints(): AsyncIterable<string>
  /** The hashes of a tile, one after another; `width` is how many the tree of the signed size has there. */
  tile(level: number, index: number, width: number): Promise<Uint8Array | undefined>
  /** The entries below a tile of level 0, as a bundle of https://c2sp.org/tlog-tiles#log-entries. */
  entries(index: number, width: number): Promise<Uint8Array | undefined>
}

/** Reads a log laid out by the paths of https://c2sp.org/tlog-tiles, older checkpoints as docs/formats/ledger-export.md says. */
export function fetchFrom(read: (path: string) => Promise<Uint8Array | undefined>): Fetch {
  return {
    async *checkpoints() {
      const newest = await read('checkpoint')
      if (newest) yield textOf(newest)
      // What should be there and is not, or cannot be taken apart, is handed on as a note that no key signed.
      const count = countOf(await read(MANIFEST_PATH))
      if (count === undefined) yield ''
      for (let first = 0; first < (count ?? 0); first += TILE_WIDTH) {
        const width = Math.min(TILE_WIDTH, (count ?? 0) - first)
        const bundle = await read(historyPath({ index: first / TILE_WIDTH, width }))
        const notes = bundle && recordsOf(bundle, width)
        if (notes === undefined) return yield ''
        for (const note of notes) yield textOf(note)
      }
    },
    tile: async (level, index, width) => {
      const bytes = await read(tilePath({ level, index, width }))
      // A log may replace a partial tile by the full one; its beginning is what we asked for.
      if (bytes || width === TILE_WIDTH) return bytes
      return (await read(tilePath({ level, index, width: TILE_WIDTH })))?.subarray(0, width * 32)
    },
    entries: (index, width) => read(entriesPath({ index, width })),
  }
}

/** Where older checkpoints lie, 256 to a file, numbered and written like entries. */
export function historyPath(name: { readonly index: number; readonly width: number }): string {
  return entriesPath(name).replace('tile/entries/', 'history/')
}

/** How many checkpoints the manifest promises; none where there is no manifest, as with any other log on the web. */
function countOf(manifest: Uint8Array | undefined): number | undefined {
  return manifest === undefined ? 0 : orUndefined(() => parseManifest(manifest).checkpoints)
}

function recordsOf(bundle: Uint8Array, width: number): readonly Uint8Array[] | undefined {
  return orUndefined(() => decodeBundle(bundle, width))
}

function orUndefined<T>(parse: () => T): T | undefined {
  try {
    return parse()
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}
