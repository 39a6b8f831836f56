import type { Reader } from '#storage'
import { BLOCK } from '../search-block.ts'
import { blocksOutside, countPostings, searchedBlocksOf } from '../search-rows.ts'
import { lastCheckpointOf, tileCounts } from '../store.ts'
import type { AuditAnswer, Blocks, LogPlan } from './tasks.ts'

// As many names as a statement takes.
const AT_ONCE = 10_000
const TILE_WIDTH = 256

/**
 * What a log has too many of: where every tile and every row of the searches that must be there was found, it is enough to
 * count them. In one snapshot, so that what is written meanwhile does no harm.
 */
export async function checkBeside(db: Reader, plan: LogPlan, blocks: Blocks): Promise<AuditAnswer> {
  const doubts: string[] = []
  const { log, searched } = plan
  if (!(await hasItsTiles(db, log.origin))) doubts.push('tile-count')
  const end = await searchedBlocksOf(db, log)
  const outside = [...(await blocksOutside(db, log, Math.floor(2 ** 32 / BLOCK)))]
  const everywhere = await countPostings(db, log, {
    from: Number.MIN_SAFE_INTEGER,
    to: Number.MAX_SAFE_INTEGER,
    among: [],
  })
  const within = await countPostings(db, log, { from: 0, to: end, among: [] })
  if (outside.length > 0 || everywhere !== within) doubts.push('search-outside')
  const to = Math.min(searched, blocks.to)
  const among = blocks.among.filter((block) => block < searched)
  let postings = await countPostings(db, log, { from: blocks.from, to, among: among.slice(0, AT_ONCE) })
  for (let i = AT_ONCE; i < among.length; i += AT_ONCE)
    postings += await countPostings(db, log, { from: 0, to: 0, among: among.slice(i, i + AT_ONCE) })
  return { doubts, postings }
}

async function hasItsTiles(db: Reader, origin: string): Promise<boolean> {
  const size = (await lastCheckpointOf(db, origin))?.size ?? 0
  const counts = await tileCounts(db, origin)
  const levels = counts.map(({ level }) => level).sort((a, b) => a - b)
  return (
    levels.every((level, i) => level === i) &&
    counts.every(({ level, rows, first, last }) => {
      const expected = Math.ceil(Math.floor(size / TILE_WIDTH ** level) / TILE_WIDTH)
      return rows === expected && first === 0 && last === expected - 1
    })
  )
}
