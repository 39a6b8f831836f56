import { type EntriesInOne, facilityIn, type LogReading } from './log-reading.ts'
import { sqliteFileOf } from './open-sqlite.ts'
import { connectSqlite } from './sqlite-connection.ts'
import { sqliteCode } from './sqlite-errors.ts'
import { openSqliteReaders } from './sqlite-readers.ts'
import { entryIdOf } from './tables.ts'

// A single value for all entries: the zero between two of them is the byte that an RFC 6962 leaf begins with.
const inOne = `select cast(group_concat(entry, x'00') as blob) as bytes, group_concat(length(entry)) as lengths from
  (select entry from log_entry where facility_id = ? and entry_id >= ? and entry_id < ? order by entry_id)`

interface Row {
  readonly bytes: Uint8Array | null
  readonly lengths: string | null
}

export function openSqliteLogReading(directory: string): LogReading {
  const file = sqliteFileOf(directory)
  const readers = openSqliteReaders(file)
  return {
    engine: 'sqlite',
    read: (scope, load) =>
      readers.readRunning(scope, ({ db, run }) =>
        load({
          db,
          async entries(log, from, to) {
            const parameters = [facilityIn(scope), entryIdOf(log, from), entryIdOf(log, to)]
            const { rows } = await run<Row>({ sql: inOne, parameters })
            return withRoom(rows[0])
          },
        }),
      ),
    async damagedTables(_scope, tables) {
      return tables.filter((table) => isDamaged(file, table))
    },
    close: async () => readers.close(),
  }
}

/** The first entry has no separator before it: it gets its byte here. */
function withRoom(row: Row | undefined): EntriesInOne {
  if (!row?.bytes || row.lengths === null) return { bytes: new Uint8Array(), lengths: [] }
  const bytes = Buffer.allocUnsafe(row.bytes.length + 1)
  bytes.set(row.bytes, 1)
  return { bytes, lengths: row.lengths.split(',').map(Number) }
}

/** Follows every index of the table: https://www.sqlite.org/pragma.html#pragma_integrity_check */
function isDamaged(file: string, table: string): boolean {
  const connection = connectSqlite(file, 'read')
  try {
    const found = connection.database.prepare(`pragma integrity_check('${table}')`).all()
    return found.length !== 1 || Object.values(found[0] ?? {})[0] !== 'ok'
  } catch (error) {
    // So damaged that it cannot even be looked through.
    if (sqliteCode(error) === 11) return true
    throw error
  } finally {
    connection.close()
  }
}
