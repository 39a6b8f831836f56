import type { LogBlockRow, LogPostingRow, LogRow, Reader } from '#storage'
import type { JournalFilter } from './contract.ts'
import { placesIn } from './search-block.ts'

// The SQL of what the searches go by. Every query meets the rows of its facility only.

/** Which blocks are meant: so many below one, the last first, or exactly these. */
export type Blocks = { readonly below: number; readonly most: number } | { readonly among: readonly number[] }

interface BlockFound {
  readonly block: number
  /** Undefined where every place of the block is meant. */
  readonly places: readonly number[] | undefined
}

/** How many blocks can be searched: they follow one another from 0. */
export async function searchedBlocksOf(db: Reader, { number }: Pick<LogRow, 'number'>): Promise<number> {
  const last = await db
    .selectFrom('log_block')
    .select('block')
    .where('log_number', '=', number)
    .orderBy('block', 'desc')
    .executeTakeFirst()
  return last === undefined ? 0 : last.block + 1
}

/** The blocks in which an entry of that time may stand, the last first. */
export async function blocksWithin(
  db: Reader,
  { number }: LogRow,
  { from, until }: JournalFilter,
  blocks: Blocks,
): Promise<readonly BlockFound[]> {
  let query = db.selectFrom('log_block').select('block').where('log_number', '=', number).orderBy('block', 'desc')
  if (from !== undefined) query = query.where('last_at', '>=', from)
  if (until !== undefined) query = query.where('first_at', '<', until)
  if ('among' in blocks) {
    if (blocks.among.length === 0) return []
    query = query.where('block', 'in', blocks.among)
  } else query = query.where('block', '<', blocks.below).limit(blocks.most)
  return (await query.execute()).map(({ block }) => ({ block, places: undefined }))
}

/** The blocks in which any of the words stands, and their places there, the last first. */
export async function placesOfAny(
  db: Reader,
  { number }: LogRow,
  words: readonly number[],
  blocks: Blocks,
): Promise<readonly BlockFound[]> {
  const terms = [...new Set(words)]
  const all = db.selectFrom('log_posting').select(['block', 'places']).where('log_number', '=', number)
  let query = all.where('term', 'in', terms).orderBy('block', 'desc')
  if ('among' in blocks) {
    if (blocks.among.length === 0) return []
    return joined(await query.where('block', 'in', blocks.among).execute())
  }
  const most = blocks.most * terms.length
  query = query.where('block', '<', blocks.below).limit(most)
  const rows = await query.execute()
  const found = joined(rows)
  // Of several words, those of the last block may be cut off: that block comes again with the next question.
  return terms.length > 1 && rows.length === most ? found.slice(0, -1) : found
}

/** One for each block, with the places of all its rows. */
function joined(rows: readonly Pick<LogPostingRow, 'places' | 'block'>[]): readonly BlockFound[] {
  const blocks = new Map<number, Set<number>>()
  for (const { block, places } of rows) {
    const known = blocks.get(block) ?? new Set()
    for (const place of placesIn(places)) known.add(place)
    blocks.set(block, known)
  }
  return [...blocks].map(([block, places]) => ({ block, places: [...places] }))
}

export async function blockOf(
  db: Reader,
  { number }: Pick<LogRow, 'number'>,
  block: number,
): Promise<Pick<LogBlockRow, 'first_at' | 'last_at'> | undefined> {
  return db
    .selectFrom('log_block')
    .select(['first_at', 'last_at'])
    .where('log_number', '=', number)
    .where('block', '=', block)
    .executeTakeFirst()
}

export async function postingsOf(
  db: Reader,
  { number }: Pick<LogRow, 'number'>,
  block: number,
  terms: readonly number[],
): Promise<readonly Pick<LogPostingRow, 'term' | 'places'>[]> {
  if (terms.length === 0) return []
  return db
    .selectFrom('log_posting')
    .select(['term', 'places'])
    .where('log_number', '=', number)
    .where('block', '=', block)
    .where('term', 'in', terms)
    .execute()
}

/** How many rows there are for each block of a log, whatever their words. */
export async function postingsByBlock(
  db: Reader,
  { number }: Pick<LogRow, 'number'>,
): Promise<readonly { readonly block: number; readonly rows: number }[]> {
  const counted = await db
    .selectFrom('log_posting')
    .select(({ fn }) => ['block', fn.countAll().as('rows')])
    .where('log_number', '=', number)
    .groupBy('block')
    .execute()
  return counted.map(({ block, rows }) => ({ block, rows: Number(rows) }))
}

/** How many rows there are for blocks from `from` up to `to`, and for those named. */
export async function countPostings(
  db: Reader,
  { number }: Pick<LogRow, 'number'>,
  { from, to, among }: { readonly from: number; readonly to: number; readonly among: readonly number[] },
): Promise<number> {
  const { rows } = await db
    .selectFrom('log_posting')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('log_number', '=', number)
    .where(({ eb, or, and }) => {
      const within = and([eb('block', '>=', from), eb('block', '<', to)])
      return among.length > 0 ? or([within, eb('block', 'in', among)]) : within
    })
    .executeTakeFirstOrThrow()
  return Number(rows)
}

/** Blocks that come before the first or after the last that there can be, or of a log that is not there. */
export async function blocksOutside(
  db: Reader,
  { number }: Pick<LogRow, 'number'>,
  end: number,
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('log_block')
    .select('block')
    .where('log_number', '=', number)
    .where(({ eb, or }) => or([eb('block', '<', 0), eb('block', '>=', end)]))
    .execute()
  return rows.map(({ block }) => block)
}
