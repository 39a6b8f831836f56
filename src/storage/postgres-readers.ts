import pg from 'pg'
import { becomeApplication, postgresConfig, queryConnection, scopeStatement } from './postgres-connection.ts'
import { isConnectionLost, unreachable } from './postgres-errors.ts'
import { readRunningInScope, type ScopedQueries } from './scoped-queries.ts'
import type { Reader, Scope } from './storage.ts'

export interface PostgresReaders {
  read<T>(scope: Scope, load: (db: Reader) => Promise<T>): Promise<T>
  /** For the journal alone: `run` takes SQL that this room wrote and that names the facility itself. */
  readRunning<T>(scope: Scope, load: (queries: Pick<ScopedQueries, 'db' | 'run'>) => Promise<T>): Promise<T>
  /** Tables that show something else along their indexes than without them. */
  damagedTables(scope: Scope, tables: readonly string[]): Promise<readonly string[]>
  close(): Promise<void>
}

// Several processes share one server whose default is 100 connections.
const READ_CONNECTIONS = 8

/** Connections for reading, each read in one snapshot of its own. */
export function openPostgresReaders(url: string): PostgresReaders {
  const pool = new pg.Pool({ ...postgresConfig(url), max: READ_CONNECTIONS, onConnect: prepare })
  // An idle connection that the server closed is simply not used again; without a listener it would end the process.
  pool.on('error', () => {})
  async function inTransaction<T>(begin: string, use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch((error: unknown) => {
      throw unreachable(error)
    })
    try {
      await client.query(`begin isolation level repeatable read read only; ${begin}`)
      const loaded = await use(client)
      await client.query('commit')
      client.release()
      return loaded
    } catch (error) {
      await client.query('rollback').then(
        () => client.release(),
        () => client.release(true),
      )
      throw isConnectionLost(error) ? unreachable(error) : error
    }
  }

  const readRunning: PostgresReaders['readRunning'] = (scope, load) =>
    inTransaction(scopeStatement(scope), (client) =>
      readRunningInScope('postgresql', scope, queryConnection(client), load),
    )

  return {
    read: (scope, load) => readRunning(scope, ({ db }) => load(db)),
    readRunning,
    damagedTables: (scope, tables) =>
      inTransaction(scopeStatement(scope), async (client) => {
        const damaged: string[] = []
        for (const table of tables) if (await isDamaged(client, table)) damaged.push(table)
        return damaged
      }),
    close: () => pool.end(),
  }
}

/** The pool listens to a connection only while it lies idle: a server that falls during a read would end the process. */
async function prepare(client: pg.ClientBase): Promise<void> {
  client.on('error', () => {})
  await becomeApplication(client)
}

// The keys of the journal's tables; what stands beside them is compared with the entries.
const keys: Readonly<Record<string, string>> = {
  log: 'facility_id, origin',
  log_entry: 'entry_id',
  log_tile: 'facility_id, origin, level, tile_index',
  log_checkpoint: 'facility_id, origin, size',
  log_block: 'facility_id, log_number, block',
  log_posting: 'facility_id, log_number, term, block',
}

// Off for the moment, so that the planner goes the other way.
const ways = [
  'enable_indexscan = off; set local enable_indexonlyscan = off; set local enable_bitmapscan = off',
  'enable_seqscan = off',
]

/** The facility's rows, counted and summed up once past the indexes and once along them. */
async function isDamaged(client: pg.ClientBase, table: string): Promise<boolean> {
  const key = keys[table]
  if (key === undefined) throw new TypeError(`${table} is no table of the journal`)
  const sums: unknown[] = []
  for (const way of ways) {
    await client.query(`savepoint way; set local ${way}`)
    const { rows } = await client.query(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(row(${key})::text, 0)), 0) as sum from ${table}
       where (${key}) >= (${leastOf(key)})`,
    )
    sums.push(rows[0]?.sum)
    await client.query('rollback to savepoint way')
  }
  return sums[0] !== sums[1]
}

/** Below every key: a condition that the index can answer. */
function leastOf(key: string): string {
  const isText = (column: string) => column === 'facility_id' || column === 'origin'
  return key
    .split(', ')
    .map((column) => (isText(column) ? "''" : "'-9223372036854775808'::bigint"))
    .join(', ')
}
