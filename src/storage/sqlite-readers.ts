import { readRunningInScope, type ScopedQueries } from './scoped-queries.ts'
import { connectSqlite, type SqliteConnection } from './sqlite-connection.ts'
import type { Reader, Scope } from './storage.ts'

export interface SqliteReaders {
  read<T>(scope: Scope, load: (db: Reader) => Promise<T>): Promise<T>
  /** For the journal alone: `run` takes SQL that this room wrote and that names the facility itself. */
  readRunning<T>(scope: Scope, load: (queries: Pick<ScopedQueries, 'db' | 'run'>) => Promise<T>): Promise<T>
  close(): void
}

// Reads that are under way together each need a connection, since each has its own snapshot; this many are kept.
const IDLE_CONNECTIONS = 4

/**
 * Read-only connections, opened as they are needed. One is always open: while it is, the shared index of the WAL stays
 * in memory, and a commit that failed cannot come back when the writing connection is opened anew.
 */
export function openSqliteReaders(file: string): SqliteReaders {
  const anchor = connectSqlite(file, 'read')
  const idle: SqliteConnection[] = []
  let closed = false

  function giveBack(connection: SqliteConnection): void {
    if (connection.database.isTransaction) connection.exec('rollback')
    if (closed || idle.length >= IDLE_CONNECTIONS) connection.close()
    else idle.push(connection)
  }

  const readRunning: SqliteReaders['readRunning'] = async (scope, load) => {
    const connection = idle.pop() ?? connectSqlite(file, 'read')
    try {
      connection.exec('begin')
      return await readRunningInScope('sqlite', scope, connection, load)
    } finally {
      giveBack(connection)
    }
  }

  return {
    read: (scope, load) => readRunning(scope, ({ db }) => load(db)),
    readRunning,
    close() {
      closed = true
      for (const connection of [...idle.splice(0), anchor]) connection.close()
    },
  }
}
