import { HASH_BYTES, nodeHash, sameHash } from './tree.ts'
import type { LogSource, Report } from './verify-log.ts'

export interface TileCheck {
  /** What the tiles say the leaf at this index is; asked in order. */
  claim(index: number): Promise<Uint8Array | undefined>
  /** Takes the leaf as its entry gives it and as it is claimed. */
  take(found: Uint8Array, believed: Uint8Array): Promise<void>
  /** Compares the tiles that stayed partial. */
  finish(): Promise<void>
}

interface Level {
  readonly found: Uint8Array[]
  readonly believed: Uint8Array[]
  tile: number
}

const WIDTH = 256

/** Compares tiles with the hashes below them; level 0 is left to the caller, who knows which side was signed. */
export function createTileCheck(source: LogSource, signedSize: number, report: Report): TileCheck {
  const levels: Level[] = []
  let leaves: readonly Uint8Array[] = []

  async function read(level: number, index: number): Promise<readonly Uint8Array[]> {
    const width = Math.min(WIDTH, Math.floor(signedSize / WIDTH ** level) - index * WIDTH)
    const first = index * WIDTH ** (level + 1)
    const bytes = await source.tile(level, index, width)
    if (bytes === undefined) report('tile-missing', first, { level, tile: index })
    else if (Number.isFinite(signedSize) && bytes.length !== width * HASH_BYTES) {
      report('tile-differs', first, { level, tile: index, expected: width * HASH_BYTES, got: bytes.length })
    }
    const all = Buffer.from(bytes ?? [])
    const whole = Math.floor(all.length / HASH_BYTES)
    return Array.from({ length: whole }, (_, i) => all.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES))
  }

  async function compare(level: number, { found, believed, tile }: Level): Promise<void> {
    const hashes = await read(level, tile)
    const span = WIDTH ** level
    for (const [i, hash] of hashes.slice(0, found.length).entries()) {
      if (sameHash(hash, found[i]) || sameHash(hash, believed[i])) continue
      report('tile-differs', (tile * WIDTH + i) * span, { level, tile, position: i })
    }
  }

  async function push(level: number, found: Uint8Array, believed: Uint8Array): Promise<void> {
    levels[level] ??= { found: [], believed: [], tile: 0 }
    const here = levels[level]
    here.found.push(found)
    here.believed.push(believed)
    if (here.found.length < WIDTH) return
    if (level > 0) await compare(level, here)
    const same = here.found.every((hash, i) => sameHash(hash, here.believed[i]))
    const root = fold(here.found)
    await push(level + 1, root, same ? root : fold(here.believed))
    levels[level] = { found: [], believed: [], tile: here.tile + 1 }
  }

  return {
    async claim(index) {
      if (index % WIDTH === 0) leaves = await read(0, index / WIDTH)
      return leaves[index % WIDTH]
    },
    take: (found, believed) => push(0, found, believed),
    async finish() {
      for (const [level, here] of levels.entries()) if (level > 0 && here.found.length > 0) await compare(level, here)
    },
  }
}

/** Root of a full tile: pairs, then pairs of pairs, until one is left. */
function fold(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes
  while (row.length > 1) {
    row = row.flatMap((hash, i) => (i % 2 === 0 ? [nodeHash(hash, row[i + 1] ?? hash)] : []))
  }
  return row[0] ?? new Uint8Array(HASH_BYTES)
}
