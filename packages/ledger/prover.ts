import { LedgerError } from './error.ts'
import { expandTile } from './expand-tile.ts'
import type { ReadTile } from './node-reader.ts'
import { TILE_WIDTH, tileWidth } from './tiles.ts'
import { HASH_BYTES, nodeHash } from './tree.ts'

/** Makes proofs quickly: keeps tiles with all the hashes between their levels, so that a proof hashes almost nothing. */
export interface Prover {
  /** The audit path of a leaf (RFC 6962, 2.1.1). */
  inclusion(index: number, size: number): Promise<readonly Uint8Array[]>
  /** Proof that the tree of `size` begins with that of `oldSize` (RFC 6962, 2.1.2). */
  consistency(oldSize: number, size: number): Promise<readonly Uint8Array[]>
}

// An expanded tile takes 16 KiB: 16 MiB for the upper levels of any tree and the busiest thousand of the leaves.
const TILES_KEPT = 1024
const TILE_HEIGHT = 8

/** An expanded tile, and how many hashes of its own it has. */
interface Expanded {
  readonly nodes: Buffer
  readonly width: number
}

const NO_TILE: Expanded = { nodes: Buffer.alloc(0), width: 0 }

/**
 * A prover over tiles. `readTile` gives a tile as it stands in the tree of `size`, or longer; whole tiles never change and
 * are kept, the least recently used ones are let go. Partial tiles are kept by their width.
 */
export function createProver(
  readTile: (level: number, index: number, width: number) => ReturnType<ReadTile>,
  kept: number = TILES_KEPT,
): Prover {
  const tiles = new Map<number, Expanded>()
  const edges = new Map<number, Uint8Array | Promise<Uint8Array>>()
  let edgeSize = 0
  const loading = new Map<string, Promise<Expanded>>()

  function keep(name: number, tile: Expanded): Expanded {
    tiles.set(name, tile)
    if (tiles.size > kept) for (const oldest of tiles.keys()) if (tiles.delete(oldest)) break
    return tile
  }

  function keptTile(name: number, width: number): Expanded | undefined {
    const tile = tiles.get(name)
    if (tile === undefined || tile.width < width) return undefined
    tiles.delete(name)
    tiles.set(name, tile)
    return tile
  }

  /** Asks for a tile once, however many hashes of it are wanted at the same time. */
  function load(level: number, index: number, width: number): Promise<Expanded> {
    const name = `${level}/${index}/${width}`
    const underWay = loading.get(name)
    if (underWay !== undefined) return underWay
    const started = readAndExpand(level, index, width).finally(() => loading.delete(name))
    loading.set(name, started)
    return started
  }

  async function readAndExpand(level: number, index: number, width: number): Promise<Expanded> {
    const bytes = await readTile(level, index, width)
    if (bytes === undefined || bytes.length < width * HASH_BYTES || bytes.length % HASH_BYTES !== 0) {
      throw new LedgerError('tile-malformed', { level, index, expected: width, bytes: bytes?.length })
    }
    return keep(index * 8 + level, { nodes: expandTile(bytes), width: bytes.length / HASH_BYTES })
  }

  function tileAt(level: number, index: number, size: number): Expanded | Promise<Expanded> {
    const width = tileWidth(size, level, index)
    return keptTile(index * 8 + level, width) ?? load(level, index, width)
  }

  /** The siblings on the way up through one tile; `at` is the hash of the tile's level to start from. */
  function steps(tile: Expanded, at: number, span: number, size: number): (Uint8Array | Promise<Uint8Array>)[] {
    const found: (Uint8Array | Promise<Uint8Array>)[] = []
    let place = TILE_WIDTH + (at % TILE_WIDTH)
    let reach = span
    for (let index = at; place > 1 && reach < size; place >>= 1, reach *= 2, index = Math.floor(index / 2)) {
      const sibling = index % 2 === 1 ? index - 1 : index + 1
      const from = sibling * reach
      if (from + reach <= size) found.push(nodeAt(tile, place ^ 1))
      else if (from < size) found.push(edge(from, size))
    }
    return found
  }

  /** A subtree that the right edge cuts short: the same for most leaves, so it is joined once for each size. */
  function edge(from: number, size: number): Uint8Array | Promise<Uint8Array> {
    if (edgeSize !== size) edges.clear()
    edgeSize = size
    const known = edges.get(from) ?? range(from, size, size)
    edges.set(from, known)
    if (known instanceof Promise) {
      known.then(
        (hash) => edgeSize === size && edges.set(from, hash),
        () => edges.delete(from),
      )
    }
    return known
  }

  /** The hash of a perfect subtree; awaits only where its tile is not at hand. */
  function node(height: number, index: number, size: number): Uint8Array | Promise<Uint8Array> {
    const level = Math.floor(height / TILE_HEIGHT)
    const row = 2 ** (TILE_HEIGHT - (height % TILE_HEIGHT))
    const tile = Math.floor(index / row)
    const place = row + (index % row)
    const here = tileAt(level, tile, size)
    return here instanceof Promise ? here.then((loaded) => nodeAt(loaded, place)) : nodeAt(here, place)
  }

  /** The root over leaves `from` to `to`, `from` being where a subtree starts: the whole subtrees in it, joined. */
  function range(from: number, to: number, size: number): Uint8Array | Promise<Uint8Array> {
    const parts: (Uint8Array | Promise<Uint8Array>)[] = []
    let waits = false
    for (let start = from; start < to; ) {
      const span = largestSpan(start, to)
      const part = node(Math.log2(span), start / span, size)
      if (part instanceof Promise) waits = true
      parts.push(part)
      start += span
    }
    return waits ? Promise.all(parts).then(join) : join(parts as readonly Uint8Array[])
  }

  return {
    async inclusion(index, size) {
      if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size)) {
        throw new LedgerError('proof-out-of-range', { index, size })
      }
      const path: (Uint8Array | Promise<Uint8Array>)[] = []
      // A tile holds eight steps of the way up: it is looked up once for all of them.
      for (let level = 0, at = index, span = 1; span < size; level++, span *= TILE_WIDTH) {
        const above = Math.floor(at / TILE_WIDTH)
        // A tile that holds nothing but our own way up, or not even that, need not be read.
        const isNeeded = tileWidth(size, level, above) > (at % TILE_WIDTH === 0 ? 1 : 0)
        const tile = isNeeded ? tileAt(level, above, size) : NO_TILE
        if (tile instanceof Promise) path.push(...steps(await tile, at, span, size))
        else for (const step of steps(tile, at, span, size)) path.push(step)
        at = above
      }
      return path.some((part) => part instanceof Promise) ? Promise.all(path) : (path as Uint8Array[])
    },
    async consistency(oldSize, size) {
      const isInRange = Number.isSafeInteger(oldSize) && Number.isSafeInteger(size) && oldSize > 0 && oldSize <= size
      if (!isInRange) throw new LedgerError('proof-out-of-range', { oldSize, newSize: size })
      if (oldSize === size) return []
      const proof: (Uint8Array | Promise<Uint8Array>)[] = []
      // Upwards from the last whole subtree of the older tree; where that is all of it, its root is known already.
      let span = 1
      while (oldSize % (2 * span) === 0) span *= 2
      let from = oldSize - span
      if (from > 0) proof.push(range(from, oldSize, size))
      for (; span < size; span *= 2) {
        const isRight = Math.floor(from / span) % 2 === 1
        if (isRight) proof.push(range(from - span, from, size))
        else if (from + span < size) proof.push(range(from + span, Math.min(size, from + 2 * span), size))
        from = isRight ? from - span : from
      }
      return Promise.all(proof)
    },
  }
}

/** The largest whole subtree that starts there and does not reach beyond `to`. */
function largestSpan(start: number, to: number): number {
  let span = 1
  while (start % (2 * span) === 0 && start + 2 * span <= to) span *= 2
  return span
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return parts.reduceRight((right, left) => nodeHash(left, right))
}

function nodeAt({ nodes }: Expanded, place: number): Uint8Array {
  return nodes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES)
}
