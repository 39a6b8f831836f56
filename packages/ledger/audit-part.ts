import { createFastTree, hashLeafInPlace } from './fast-tree.ts'
import type { Fetch } from './fetch.ts'
import type { LogFinding, LogFindingCode } from './verify-log.ts'
import { checkMeaning } from './verify-meaning.ts'

/** 検証の一区画 — 65,536 entries: one tile of level 1 and what lies below it. Parts are audited in any order, anywhere. */
export const PART_SIZE = 65_536

/** What one part's audit needs to know; plain data, so that it can be handed to another thread. */
export interface PartTask {
  readonly part: number
  /** The size of the newest signed checkpoint: how far the log goes. */
  readonly size: number
  /** Sizes of the checkpoints that end in this part, ascending. */
  readonly checkpointSizes: readonly number[]
  /** When given, every entry is also read, and must belong to this log. */
  readonly origin?: string
}

/** What one part's audit found; plain data. */
export interface PartAudit {
  readonly part: number
  /** Bytes of entries that were hashed. */
  readonly bytes: number
  /** The root over the part's leaves. */
  readonly root: Uint8Array
  /** For each checkpoint that ends here, the root over this part's leaves below its size, one after another. */
  readonly roots: Uint8Array
  readonly findings: readonly AuditFinding[]
}

/** `entry-and-tile-differ` says that one of the two is wrong; which of them, the careful recount finds out. */
export type AuditFindingCode = LogFindingCode | 'bundle-missing' | 'bundle-malformed' | 'entry-and-tile-differ'

export interface AuditFinding {
  readonly code: AuditFindingCode
  readonly index?: number
  readonly facts: LogFinding['facts']
}

const WIDTH = 256
const HASH = 32
const TILE_BYTES = WIDTH * HASH
// A part that is damaged everywhere needs no list of everything.
const MAX_FINDINGS = 1000

/**
 * Recomputes the leaves of a part from its entries, compares them with the tiles of level 0 and the level above, and
 * gives the hashes by which the parts are joined. Reads each bundle and tile once; holds two bundles at a time.
 */
export async function auditPart(fetch: Fetch, task: PartTask): Promise<PartAudit> {
  const first = task.part * PART_SIZE
  const end = Math.min(task.size, first + PART_SIZE)
  const found: AuditFinding[] = []
  const report = (code: AuditFindingCode, index: number | undefined, facts: LogFinding['facts'] = {}) => {
    if (found.length < MAX_FINDINGS) found.push(index === undefined ? { code, facts } : { code, index, facts })
  }
  const tree = createFastTree()
  const roots = Buffer.alloc(task.checkpointSizes.length * HASH)
  let asked = 0
  let bytes = 0
  const read = (start: number) => {
    const [tile, width] = [start / WIDTH, Math.min(WIDTH, end - start)]
    return Promise.all([fetch.entries(tile, width), fetch.tile(0, tile, width)])
  }
  let ahead = read(first)
  for (let start = first; start < end; start += WIDTH) {
    const [bundle, tile] = await ahead
    // The next is fetched while this one is hashed.
    if (start + WIDTH < end) ahead = read(start + WIDTH)
    const width = Math.min(WIDTH, end - start)
    const leaves = leavesOf(bundle, tile, start, width, task.origin, report)
    bytes += (bundle?.length ?? 0) - 2 * width
    compareTile(0, start, leaves.subarray(0, width * HASH), tile, report)
    for (let done = 0; done < width; ) {
      const asks = (task.checkpointSizes[asked] ?? 0) - start
      const until = asks > done && asks < width ? asks : width
      tree.push(leaves, done * HASH, until - done)
      done = until
      while (task.checkpointSizes[asked] === start + done) tree.root(roots, asked++ * HASH)
    }
  }
  const above = tree.tileRoots()
  if (above.length > 0) {
    compareTile(1, first, above, await fetch.tile(1, task.part, above.length / HASH), report)
  }
  const root = Buffer.alloc(HASH)
  tree.root(root, 0)
  return { part: task.part, bytes, root, roots, findings: found }
}

type Report = (code: AuditFindingCode, index: number | undefined, facts?: LogFinding['facts']) => void

/** The leaf hashes of a bundle; where an entry cannot be had, its tile's word is taken, so that the rest is still checked. */
function leavesOf(
  bundle: Uint8Array | undefined,
  tile: Uint8Array | undefined,
  start: number,
  width: number,
  origin: string | undefined,
  report: Report,
): Buffer {
  const leaves = Buffer.alloc(TILE_BYTES)
  if (tile) leaves.set(tile.subarray(0, width * HASH))
  if (bundle === undefined || bundle.length === 0) {
    report('bundle-missing', start, { bundle: start / WIDTH })
    return leaves
  }
  let at = 0
  for (let i = 0; i < width; i++) {
    const length = ((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0)
    const from = at + 2
    at = from + length
    if (at > bundle.length) {
      report('bundle-malformed', start + i, { bundle: start / WIDTH, entry: i, ends: at, bytes: bundle.length })
      return leaves
    }
    hashLeafInPlace(bundle, from, at, leaves, i * HASH)
    if (origin !== undefined) checkMeaning(origin, start + i, bundle.subarray(from, at), report)
  }
  if (at !== bundle.length) {
    report('bundle-malformed', start + width - 1, { bundle: start / WIDTH, ends: at, bytes: bundle.length })
  }
  return leaves
}

function compareTile(
  level: number,
  first: number,
  want: Uint8Array,
  tile: Uint8Array | undefined,
  report: Report,
): void {
  const span = WIDTH ** level
  const index = first / span / WIDTH
  if (tile === undefined || tile.length === 0) {
    report('tile-missing', first, { level, tile: index })
  } else if (tile.length !== want.length) {
    report('tile-differs', first, { level, tile: index, expected: want.length, got: tile.length })
  } else if (Buffer.compare(tile, want) !== 0) {
    for (let i = 0; i * HASH < want.length; i++) {
      if (Buffer.compare(tile.subarray(i * HASH, (i + 1) * HASH), want.subarray(i * HASH, (i + 1) * HASH)) === 0)
        continue
      const code = level === 0 ? 'entry-and-tile-differ' : 'tile-differs'
      report(code, first + i * span, { level, tile: index, position: i })
    }
  }
}
