import pg from 'pg'
import { becomeApplication, postgresConfig, queryConnection, scopeStatement } from './postgres-connection.ts'
import { isConnectionLost, unreachable } from './postgres-errors.ts'
import { readInScope } from './scoped-queries.ts'
import type { Reader, Scope } from './storage.ts'

export interface PostgresReaders {
  read<T>(scope: Scope, load: (db: Reader) => Promise<T>): Promise<T>
  close(): Promise<void>
}

// Several processes share one server whose default is 100 connections.
const READ_CONNECTIONS = 8

/** Connections for reading, each read in one snapshot of its own. */
export function openPostgresReaders(url: string): PostgresReaders {
  const pool = new pg.Pool({ ...postgresConfig(url), max: READ_CONNECTIONS, onConnect: prepare })
  // An idle connection that the server closed is simply not used again; without a listener it would end the process.
  pool.on('error', () => {})
  return {
    async read(scope, load) {
      const client = await pool.connect().catch((error: unknown) => {
        throw unreachable(error)
      })
      try {
        await client.query(`begin isolation level repeatable read read only; ${scopeStatement(scope)}`)
        const loaded = await readInScope('postgresql', scope, queryConnection(client), load)
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
    },
    close: () => pool.end(),
  }
}

/** The pool listens to a connection only while it lies idle: a server that falls during a read would end the process. */
async function prepare(client: pg.ClientBase): Promise<void> {
  client.on('error', () => {})
  await becomeApplication(client)
}
