import { sql } from 'kysely'
import {
  type Change,
  entryIdOf,
  type LogCheckpointRow,
  type LogEntryRow,
  type LogRow,
  type LogTileRow,
  MOST_ENTRIES_OF_A_LOG,
  type Reader,
} from '#storage'

// All SQL of this room. Every query meets the rows of its facility only; the storage sees to that.

// A tile's worth of entries at a time: bounded memory, and few round trips.
const CHUNK = 256

/** Adds the row of a new log. */
export async function addLog(change: Change, row: LogRow): Promise<void> {
  await change.db.insertInto('log').values(row).execute()
}

type Numbered = Pick<LogRow, 'number'>

/** An entry as it lies in the database, at its place. */
export interface StoredEntry {
  readonly index: number
  readonly entry: Uint8Array
  readonly detail: Uint8Array | null
}

/** The entries from `from` on, as they stand in the database now; at most so many. */
export async function entriesFrom(
  db: Reader,
  log: Numbered,
  from: number,
  most = Number.MAX_SAFE_INTEGER,
): Promise<readonly StoredEntry[]> {
  const rows = await db
    .selectFrom('log_entry')
    .select(['entry_id', 'entry', 'detail'])
    .where('entry_id', '>=', entryIdOf(log, from))
    .where('entry_id', '<', entryIdOf(log, MOST_ENTRIES_OF_A_LOG))
    .orderBy('entry_id')
    .limit(most)
    .execute()
  return rows.map((row) => storedAs(log, row))
}

/** The entries before `below`, the last one first; none before `from`. */
export async function entriesBelow(
  db: Reader,
  log: Numbered,
  below: number,
  most: number,
  from = 0,
): Promise<readonly StoredEntry[]> {
  const rows = await db
    .selectFrom('log_entry')
    .select(['entry_id', 'entry', 'detail'])
    .where('entry_id', '>=', entryIdOf(log, from))
    .where('entry_id', '<', entryIdOf(log, below))
    .orderBy('entry_id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => storedAs(log, row))
}

/** The entries at these places, the last one first. */
export async function entriesAt(
  db: Reader,
  log: Numbered,
  indexes: readonly number[],
): Promise<readonly StoredEntry[]> {
  if (indexes.length === 0) return []
  const rows = await db
    .selectFrom('log_entry')
    .select(['entry_id', 'entry', 'detail'])
    .where(
      'entry_id',
      'in',
      indexes.map((index) => entryIdOf(log, index)),
    )
    .orderBy('entry_id', 'desc')
    .execute()
  return rows.map((row) => storedAs(log, row))
}

function storedAs(log: Numbered, { entry_id, entry, detail }: Omit<LogEntryRow, 'facility_id'>): StoredEntry {
  return { index: entry_id - entryIdOf(log, 0), entry, detail }
}

export async function newestLogOf(db: Reader): Promise<LogRow | undefined> {
  return (await allLogs(db)).at(-1)
}

export async function logOf(db: Reader, origin: string): Promise<LogRow | undefined> {
  return db.selectFrom('log').selectAll().where('origin', '=', origin).executeTakeFirst()
}

/** The checkpoint of the largest size; what it says is not believed here. */
export async function lastCheckpointOf(db: Reader, origin: string): Promise<LogCheckpointRow | undefined> {
  return db
    .selectFrom('log_checkpoint')
    .selectAll()
    .where('origin', '=', origin)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function findTile(
  db: Reader,
  origin: string,
  level: number,
  index: number,
): Promise<LogTileRow | undefined> {
  return db
    .selectFrom('log_tile')
    .selectAll()
    .where('origin', '=', origin)
    .where('level', '=', level)
    .where('tile_index', '=', index)
    .executeTakeFirst()
}

/** The tiles of a level from `from` up to `to`, by their index. */
export async function tilesBetween(
  db: Reader,
  origin: string,
  level: number,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, Uint8Array>> {
  const rows = await db
    .selectFrom('log_tile')
    .select(['tile_index', 'hashes'])
    .where('origin', '=', origin)
    .where('level', '=', level)
    .where('tile_index', '>=', from)
    .where('tile_index', '<', to)
    .execute()
  return new Map(rows.map(({ tile_index, hashes }) => [tile_index, hashes]))
}

/** The particulars of the entries from `from` up to `to` that have some, by their index. */
export async function detailsBetween(
  db: Reader,
  log: Numbered,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, Uint8Array>> {
  const rows = await db
    .selectFrom('log_entry')
    .select(['entry_id', 'detail'])
    .where('entry_id', '>=', entryIdOf(log, from))
    .where('entry_id', '<', entryIdOf(log, to))
    .where('detail', 'is not', null)
    .execute()
  return new Map(rows.map(({ entry_id, detail }) => [entry_id - entryIdOf(log, 0), detail ?? new Uint8Array()]))
}

/** How many tiles there are of each level, and where they begin and end. */
export async function tileCounts(db: Reader, origin: string) {
  const rows = await db
    .selectFrom('log_tile')
    .select(({ fn }) => [
      'level',
      fn.countAll<number>().as('rows'),
      fn.min('tile_index').as('first'),
      fn.max('tile_index').as('last'),
    ])
    .where('origin', '=', origin)
    .groupBy('level')
    .execute()
  return rows.map(({ level, rows, first, last }) => ({ level, rows: Number(rows), first, last }))
}

/** The last checkpoint of a size up to `size`. */
export async function checkpointUpTo(db: Reader, origin: string, size: number): Promise<LogCheckpointRow | undefined> {
  return db
    .selectFrom('log_checkpoint')
    .selectAll()
    .where('origin', '=', origin)
    .where('size', '<=', size)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function putTile(change: Change, row: LogTileRow): Promise<void> {
  await change.db
    .insertInto('log_tile')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['facility_id', 'origin', 'level', 'tile_index']).doUpdateSet({ hashes: row.hashes }),
    )
    .execute()
}

export async function addCheckpoint(change: Change, row: LogCheckpointRow): Promise<void> {
  await change.db.insertInto('log_checkpoint').values(row).execute()
}

export async function allLogs(db: Reader): Promise<readonly LogRow[]> {
  return db
    .selectFrom('log')
    .selectAll()
    .orderBy('fiscal_year')
    .orderBy(sql`length(${sql.ref('origin')})`)
    .orderBy('origin')
    .execute()
}

/** Where the logs end; their rows move in the very change that adds an entry. */
export async function readRevision(db: Reader): Promise<string> {
  const rows = await db.selectFrom('log').select(['origin', 'size']).orderBy('origin').execute()
  return rows.map(({ origin, size }) => `${origin} ${size}`).join('\n')
}

/** Every origin that any row of the journal bears, the log's own row or not. */
export async function originsInUse(db: Reader): Promise<readonly string[]> {
  const tables = ['log', 'log_tile', 'log_checkpoint'] as const
  const lists = []
  for (const table of tables) lists.push(await db.selectFrom(table).select('origin').distinct().execute())
  return [...new Set(lists.flat().map(({ origin }) => origin))].sort()
}

/** The first entry of each stretch that lies outside the logs. */
export async function strayEntries(db: Reader, logs: readonly Numbered[]): Promise<readonly LogEntryRow[]> {
  const numbers = logs.map(({ number }) => number).sort((a, b) => a - b)
  const starts = [Number.MIN_SAFE_INTEGER, ...numbers.map((number) => entryIdOf({ number }, MOST_ENTRIES_OF_A_LOG))]
  const ends = [...numbers.map((number) => entryIdOf({ number }, 0)), Number.MAX_SAFE_INTEGER]
  const strays: LogEntryRow[] = []
  for (const [i, start] of starts.entries()) {
    const within = db.selectFrom('log_entry').selectAll().where('entry_id', '>=', start)
    const stray = await within
      .where('entry_id', '<', ends[i] ?? start)
      .orderBy('entry_id')
      .executeTakeFirst()
    if (stray) strays.push(stray)
  }
  return strays
}

/** Numbers that rows for searching bear. */
export async function searchedNumbers(db: Reader): Promise<readonly number[]> {
  const lists = []
  for (const table of ['log_block', 'log_posting'] as const)
    lists.push(await db.selectFrom(table).select('log_number').distinct().execute())
  return [...new Set(lists.flat().map(({ log_number }) => log_number))]
}

/** All entries of a log in order, read in chunks. */
export async function* entriesOf(db: Reader, log: Numbered): AsyncGenerator<StoredEntry> {
  for (let next = 0; ; ) {
    const rows = await entriesFrom(db, log, next, CHUNK)
    yield* rows
    const end = rows.at(-1)
    if (end === undefined || rows.length < CHUNK) return
    next = end.index + 1
  }
}

/** Checkpoints in order; those of a size above `after`. */
export async function* checkpointsOf(db: Reader, origin: string, after = -1): AsyncGenerator<LogCheckpointRow> {
  for (let last = after; ; ) {
    const rows = await db
      .selectFrom('log_checkpoint')
      .selectAll()
      .where('origin', '=', origin)
      .where('size', '>', last)
      .orderBy('size')
      .limit(CHUNK)
      .execute()
    yield* rows
    const end = rows.at(-1)
    if (end === undefined || rows.length < CHUNK) return
    last = end.size
  }
}

export async function tileNamesOf(
  db: Reader,
  origin: string,
): Promise<readonly Pick<LogTileRow, 'level' | 'tile_index'>[]> {
  return db
    .selectFrom('log_tile')
    .select(['level', 'tile_index'])
    .where('origin', '=', origin)
    .orderBy('level')
    .orderBy('tile_index')
    .execute()
}
