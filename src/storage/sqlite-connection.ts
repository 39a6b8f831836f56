import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { QueryResult } from 'kysely'
import { Refusal } from '#shared'
import type { PlainSql } from './migrations/index.ts'
import type { QueryConnection, Statement } from './scoped-queries.ts'
import { refusalOf } from './sqlite-errors.ts'

export interface SqliteConnection extends QueryConnection, PlainSql {
  /** A query whose answer is there at once, since SQLite runs in this process. */
  ask<Row>(statement: Statement): QueryResult<Row>
  readonly database: DatabaseSync
  readonly file: string
  /** Statements without rows, one after the other. */
  exec(sql: string): void
  /** One statement without rows that comes back again and again, such as `begin immediate`. */
  step(sql: string): void
  close(): void
}

// Each costs a few kilobytes; the program has far fewer different queries.
const PREPARED_STATEMENTS = 256
const BUSY_TIMEOUT_MS = 5_000

/**
 * What must hold on every connection, read back after it was set, because some of these are silently ignored (in a
 * build without them, on an existing file, inside a transaction). EXTRA: a commit is on the disk, and so is the
 * deletion of the journal before it. recursive_triggers: REPLACE must meet the guards of the journal too.
 * temp_store: what a savepoint would put back stays in memory; beyond 64 KiB, four pages, it went into a file each time.
 */
const settings: readonly (readonly [name: string, value: string | number])[] = [
  ['synchronous', 3],
  ['secure_delete', 1],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['recursive_triggers', 1],
  ['cell_size_check', 1],
  ['fullfsync', 1],
  ['checkpoint_fullfsync', 1],
  ['busy_timeout', BUSY_TIMEOUT_MS],
  ['temp_store', 2],
]

export const PAGE_SIZE = 16_384

/** Opens the file with every setting in place, or refuses. `create` lays out a new file first. */
export function connectSqlite(file: string, use: 'write' | 'read' | 'create'): SqliteConnection {
  const connection = open(file, use === 'read')
  try {
    if (use === 'create') connection.exec(`pragma page_size = ${PAGE_SIZE}; pragma journal_mode = wal`)
    const wanted = use === 'read' ? [...settings, ['query_only', 1] as const] : settings
    for (const [name, value] of wanted) connection.exec(`pragma ${name} = ${value}`)
    for (const [name, value] of [...wanted, ['page_size', PAGE_SIZE] as const, ['journal_mode', 'wal'] as const]) {
      const found = pragma(connection.database, name)
      if (found !== value) throw new Refusal('unsupported', { needs: `${name}=${value}`, found, file })
    }
    return connection
  } catch (error) {
    connection.close()
    throw refusalOf(error, file)
  }
}

export function pragma(database: DatabaseSync, name: string): unknown {
  return Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0]
}

function open(file: string, readOnly: boolean): SqliteConnection {
  try {
    return wrap(new DatabaseSync(file, { readOnly, defensive: true, allowExtension: false }), file)
  } catch (error) {
    throw refusalOf(error, file)
  }
}

/** A statement and whether it answers with rows, which SQLite is asked once and not at every run. */
interface Prepared {
  readonly statement: StatementSync
  readonly hasRows: boolean
}

function executeEach<Row>({ statement }: Prepared, each: readonly (readonly SQLInputValue[])[]): QueryResult<Row> {
  for (const values of each) statement.run(...values)
  return { rows: [] }
}

function execute<Row>({ statement, hasRows }: Prepared, values: readonly SQLInputValue[]): QueryResult<Row> {
  if (hasRows) return { rows: statement.all(...values) as Row[] }
  return { numAffectedRows: BigInt(statement.run(...values).changes), rows: [] }
}

function wrap(database: DatabaseSync, file: string): SqliteConnection {
  const prepared = new Map<string, Prepared>()

  function prepare(sql: string): Prepared {
    const known = prepared.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    const made = { statement, hasRows: statement.columns().length > 0 }
    if (prepared.size >= PREPARED_STATEMENTS) prepared.clear()
    prepared.set(sql, made)
    return made
  }

  function ask<Row>({ sql, parameters, each }: Statement): QueryResult<Row> {
    try {
      if (each) return executeEach(prepare(sql), each as readonly (readonly SQLInputValue[])[])
      return execute(prepare(sql), parameters as readonly SQLInputValue[])
    } catch (error) {
      throw refusalOf(error, file)
    }
  }

  return {
    database,
    file,
    ask,
    query: async <Row>(statement: Statement) => ask<Row>(statement),
    exec: (sql) => database.exec(sql),
    step: (sql) => void prepare(sql).statement.run(),
    async run(sql, parameters = []) {
      return database.prepare(sql).all(...parameters)
    },
    close: () => {
      prepared.clear()
      if (database.isOpen) database.close()
    },
  }
}
