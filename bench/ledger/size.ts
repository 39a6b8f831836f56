import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { appendLeaf, type CompactRange, edgeTiles, growTiles, leafHash, readRange, type Tile } from '@omamori/ledger'
import { median } from '../figure.ts'
import { pairs, type Ratio, show } from './ratio.ts'

const PAIRS = 9
const GROUP = 256
const GROUPS = 200
const SMALL = 100_000
const LARGE = 1_000_000_000

/** Whether a log of a thousand million entries costs more to append to, and what its sequencer holds in memory. */
export async function size(): Promise<readonly Ratio[]> {
  const { ours, theirs, ratios } = await pairs(
    PAIRS,
    () => appendGroups(LARGE),
    () => appendGroups(SMALL),
  )
  const file = fileURLToPath(new URL('./size-memory.mjs', import.meta.url))
  const mebibytes = Number(spawnSync(process.execPath, [file, String(LARGE)], { encoding: 'utf8' }).stdout)
  return [
    {
      name: 'tree: appending at 10^9 / at 10^5',
      values: ratios,
      bar: 0.95,
      against: `${show(median(ours))} against ${show(median(theirs))} thousand entries for a second of processor time, groups of ${GROUP}, synthetic edges`,
    },
    {
      name: 'tree: 256 MiB / memory at 10^9',
      values: [256 / mebibytes],
      bar: 1,
      against: `${show(mebibytes)} MiB resident in a process of its own after 1,000 groups, Node itself included`,
    },
  ]
}

/** Thousands of entries for a second of processor time, hashed and grown into tiles from a tree of that size. */
function appendGroups(from: number): number {
  const leaves = Array.from({ length: GROUP }, (_, i) => leafHash(Buffer.alloc(1024, i)))
  let log = syntheticLog(from)
  const before = process.cpuUsage()
  for (let i = 0; i < GROUPS; i++) log = appendGroup(log, leaves)
  const { user, system } = process.cpuUsage(before)
  return (GROUP * GROUPS * 1000) / (user + system)
}

export interface SyntheticLog {
  readonly range: CompactRange
  readonly edges: readonly Tile[]
}

/** What a sequencer holds of a tree of that size; the hashes are made up, their number is right. */
export function syntheticLog(from: number): SyntheticLog {
  let bits = 0
  for (let rest = from; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2
  const range = readRange(from, Buffer.alloc(bits * 32, 0xa5))
  return {
    range,
    edges: edgeTiles(from).map(({ level, index, width }) => ({ level, index, hashes: Buffer.alloc(width * 32, 0xa5) })),
  }
}

export function appendGroup({ range, edges }: SyntheticLog, leaves: readonly Uint8Array[]): SyntheticLog {
  const after = leaves.reduce(appendLeaf, range)
  const grown = growTiles(range.size, edges, leaves)
  const known = [...edges, ...grown]
  const next = edgeTiles(after.size).map(({ level, index }) =>
    known.findLast((tile) => tile.level === level && tile.index === index),
  )
  return { range: after, edges: next.filter((tile) => tile !== undefined) }
}
