import { readFileSync } from 'node:fs'
import { parseCheckpoint } from './checkpoint-text.ts'
import { encodeBundle } from './entry-bundle.ts'
import { LedgerError } from './error.ts'
import { type Fetch, historyPath } from './fetch.ts'
import { formatManifest, MANIFEST_FORMAT, MANIFEST_PATH } from './manifest.ts'
import { parseNote } from './note.ts'
import { entriesPath, TILE_WIDTH, type TileName, tilePath, tileWidth } from './tiles.ts'

export interface ExportedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

export const VERIFIER_FILE = 'verify-ledger.mjs'

/**
 * 書き出した証跡 — a whole log as static files, exactly at the paths of https://c2sp.org/tlog-tiles, with every older
 * checkpoint, a manifest, and a program that verifies them and needs only node: docs/formats/ledger-export.md. It copies
 * and does not judge: who exports a damaged log gets a damaged export, and the verifier names the damage.
 */
export async function* exportLedger(origin: string, verifierKey: string, fetch: Fetch): AsyncGenerator<ExportedFile> {
  const notes = await readNotes(fetch)
  const newest = notes.at(-1)
  if (newest === undefined) throw new LedgerError('checkpoint-malformed', { problem: 'no checkpoint' })
  for (const tile of tilesOf(newest.size)) {
    yield { path: tilePath(tile), bytes: present(await fetch.tile(tile.level, tile.index, tile.width)) }
    if (tile.level > 0) continue
    yield { path: entriesPath(tile), bytes: present(await fetch.entries(tile.index, tile.width)) }
  }
  yield* history(notes.map(({ note }) => note))
  const manifest = {
    format: MANIFEST_FORMAT,
    origin,
    verifierKey,
    size: newest.size,
    checkpoints: notes.length,
  } as const
  yield { path: MANIFEST_PATH, bytes: formatManifest(manifest) }
  yield { path: VERIFIER_FILE, bytes: readFileSync(new URL(VERIFIER_FILE, import.meta.url)) }
  // Last, so that what bears a checkpoint is complete.
  yield { path: 'checkpoint', bytes: Buffer.from(newest.note) }
}

/** Every tile of a tree, lowest level first. */
export function* tilesOf(size: number): Generator<TileName> {
  for (let level = 0; Math.floor(size / TILE_WIDTH ** level) > 0; level++) {
    for (let index = 0; tileWidth(size, level, index) > 0; index++) {
      yield { level, index, width: tileWidth(size, level, index) }
    }
  }
}

/** The notes by size, one for each: of two for one size the better witnessed, which is the longer. */
async function readNotes(fetch: Fetch): Promise<readonly { readonly size: number; readonly note: string }[]> {
  const bySize = new Map<number, { size: number; note: string; text: string }[]>()
  for await (const note of fetch.checkpoints()) {
    const { text } = parseNote(note)
    const { size } = parseCheckpoint(text)
    const others = bySize.get(size) ?? []
    const twin = others.findIndex((other) => other.text === text)
    if (twin < 0) others.push({ size, note, text })
    else if (note.length > (others[twin]?.note.length ?? 0)) others[twin] = { size, note, text }
    bySize.set(size, others)
  }
  return [...bySize.values()].flat().sort((a, b) => a.size - b.size)
}

function* history(notes: readonly string[]): Generator<ExportedFile> {
  for (let first = 0; first < notes.length; first += TILE_WIDTH) {
    const group = notes.slice(first, first + TILE_WIDTH).map((note) => Buffer.from(note))
    yield { path: historyPath({ index: first / TILE_WIDTH, width: group.length }), bytes: encodeBundle(group) }
  }
}

/** What is missing is written empty, so that the verifier names it in its place. */
function present(bytes: Uint8Array | undefined): Uint8Array {
  return bytes ?? new Uint8Array()
}
