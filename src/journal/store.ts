import { sql } from 'kysely'
import type { Change, LogCheckpointRow, LogEntryRow, LogRow, LogTileRow, Reader } from '#storage'

// All SQL of this room. Every query meets the rows of its facility only; the storage sees to that.

// A tile's worth of entries at a time: bounded memory, and few round trips.
const CHUNK = 256

/** Adds the row of a new log. */
export async function addLog(change: Change, row: LogRow): Promise<void> {
  await change.db.insertInto('log').values(row).execute()
}

/** The entries from `from` on, as they stand in the database now. */
export async function entriesFrom(
  db: Reader,
  origin: string,
  from: number,
): Promise<readonly Pick<LogEntryRow, 'entry_index' | 'entry' | 'at'>[]> {
  return db
    .selectFrom('log_entry')
    .select(['entry_index', 'entry', 'at'])
    .where('origin', '=', origin)
    .where('entry_index', '>=', from)
    .orderBy('entry_index')
    .execute()
}

/** The entries from `from` up to `to`. */
export async function entriesBetween(
  db: Reader,
  origin: string,
  from: number,
  to: number,
): Promise<readonly Pick<LogEntryRow, 'entry_index' | 'entry' | 'at'>[]> {
  return db
    .selectFrom('log_entry')
    .select(['entry_index', 'entry', 'at'])
    .where('origin', '=', origin)
    .where('entry_index', '>=', from)
    .where('entry_index', '<', to)
    .orderBy('entry_index')
    .execute()
}

export async function newestLogOf(db: Reader): Promise<LogRow | undefined> {
  return (await allLogs(db)).at(-1)
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
  const tables = ['log', 'log_entry', 'log_tile', 'log_checkpoint'] as const
  const lists = []
  for (const table of tables) lists.push(await db.selectFrom(table).select('origin').distinct().execute())
  return [...new Set(lists.flat().map(({ origin }) => origin))].sort()
}

/** All entries of a log in order, read in chunks. */
export async function* entriesOf(db: Reader, origin: string): AsyncGenerator<LogEntryRow> {
  for (let last = -1; ; ) {
    const rows = await db
      .selectFrom('log_entry')
      .selectAll()
      .where('origin', '=', origin)
      .where('entry_index', '>', last)
      .orderBy('entry_index')
      .limit(CHUNK)
      .execute()
    yield* rows
    const end = rows.at(-1)
    if (end === undefined || rows.length < CHUNK) return
    last = end.entry_index
  }
}

export async function* checkpointsOf(db: Reader, origin: string): AsyncGenerator<LogCheckpointRow> {
  for (let last = -1; ; ) {
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
