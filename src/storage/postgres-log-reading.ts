import { facilityIn, type LogReading } from './log-reading.ts'
import { openPostgresReaders } from './postgres-readers.ts'
import { entryIdOf } from './tables.ts'

const inOne = `select string_agg('\\x00'::bytea || entry, ''::bytea order by entry_id) as bytes,
    array_agg(length(entry) order by entry_id) as lengths
  from log_entry where facility_id = $1 and entry_id >= $2 and entry_id < $3`

interface Row {
  readonly bytes: Uint8Array | null
  readonly lengths: readonly number[] | null
}

export function openPostgresLogReading(url: string): LogReading {
  const readers = openPostgresReaders(url)
  return {
    engine: 'postgresql',
    read: (scope, load) =>
      readers.readRunning(scope, ({ db, run }) =>
        load({
          db,
          async entries(log, from, to) {
            const parameters = [facilityIn(scope), entryIdOf(log, from), entryIdOf(log, to)]
            const { rows } = await run<Row>({ name: 'log-in-one', sql: inOne, parameters })
            return { bytes: rows[0]?.bytes ?? new Uint8Array(), lengths: rows[0]?.lengths ?? [] }
          },
        }),
      ),
    damagedTables: readers.damagedTables,
    close: readers.close,
  }
}
