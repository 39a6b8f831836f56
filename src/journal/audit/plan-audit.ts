import { PART_SIZE } from '@omamori/ledger'
import { logTables } from '#storage'
import { BLOCK } from '../search-block.ts'
import { draw } from './draw.ts'
import type { Standing } from './stand.ts'
import type { AuditTask, Blocks, RangeTask } from './tasks.ts'

/** What is looked at, and how many entries that is. */
export interface AuditPlan {
  readonly tasks: readonly AuditTask[]
  readonly checked: number
  readonly older: number
  readonly fresh: number
}

export interface Sample {
  readonly share: number
  readonly randomBytes: (length: number) => Uint8Array
}

/**
 * Without a sample, everything. With one: of each log what is new since the earlier audit, the block with which it begins,
 * and a share of the others, in whole blocks, so that a tile and a block of the searches come with each.
 */
export function planAudit(standing: readonly Standing[], sample: Sample | undefined): AuditPlan {
  const looked = standing.map((one) => ({ ...one, blocks: blocksOf(one, sample) }))
  const ranges = looked.flatMap(({ plan, blocks }) => rangesOf(blocks, plan))
  // Those that take long come first, for they cannot be cut.
  const tables = sample === undefined ? logTables : (['log'] as const)
  const indexes = tables.toReversed().map((table): AuditTask => ({ kind: 'indexes', tables: [table] }))
  const beside = looked.map(({ plan, blocks }): AuditTask => ({ kind: 'beside', plan, blocks }))
  const before = (one: Standing) => (sample === undefined ? 0 : one.before)
  return {
    tasks: [...indexes, { kind: 'strays' }, ...beside, ...ranges],
    checked: ranges.reduce((sum, { from, to }) => sum + to - from, 0),
    older: standing.reduce((sum, one) => sum + before(one), 0),
    fresh: standing.reduce((sum, one) => sum + one.plan.size - before(one), 0),
  }
}

/** What is new begins with the block in which the earlier audit ended: a part of it is looked at twice. */
function blocksOf({ plan, before }: Standing, sample: Sample | undefined): Blocks {
  const to = Math.ceil(plan.size / BLOCK)
  if (sample === undefined) return { from: 0, to, among: [] }
  const from = Math.floor(before / BLOCK)
  const others = Math.max(0, from - 1)
  const drawn = draw(Math.min(others, Math.ceil(others * sample.share)), others, sample.randomBytes)
  return { from, to, among: from === 0 ? [] : [0, ...drawn.map((block) => block + 1)] }
}

function rangesOf({ from, to, among }: Blocks, plan: Standing['plan']): readonly RangeTask[] {
  const ranges = among.map((block) => [block * BLOCK, (block + 1) * BLOCK] as const)
  const cut: (readonly [number, number])[] = [...ranges]
  const end = Math.min(plan.size, to * BLOCK)
  for (let start = from * BLOCK; start < end; ) {
    const next = Math.min(end, (Math.floor(start / PART_SIZE) + 1) * PART_SIZE)
    cut.push([start, next])
    start = next
  }
  return cut.map(([start, stop]) => ({ kind: 'range', plan, from: start, to: stop, meaning: true }))
}
