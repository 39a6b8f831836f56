import type { QueryResult } from 'kysely'
import type { Statement } from './scoped-queries.ts'
import { connectSqlite } from './sqlite-connection.ts'
import { refusalOf } from './sqlite-errors.ts'
import type { WriteConnection, WriteSource } from './write-connection.ts'

/** The writing side of the SQLite file. */
export function sqliteWriteSource(file: string): WriteSource {
  return {
    open: async () => openWriter(file),
    // A commit that failed was never entered in the WAL's shared index, which the readers keep alive (sqlite-readers.ts).
    outcomeOf: async () => 'not-kept',
  }
}

function openWriter(file: string): WriteConnection {
  const connection = connectSqlite(file, 'write')
  let broken: unknown

  // SQLite undoes the whole transaction by itself when the disk is full or fails. Whatever ran after that would be
  // committed on its own, so nothing more may run.
  function note<T>(run: () => T): T {
    try {
      return run()
    } catch (error) {
      if (!connection.database.isTransaction) broken ??= refusalOf(error, file)
      throw refusalOf(error, file)
    }
  }
  const exec = async (sql: string) => note(() => connection.exec(sql))
  const step = async (sql: string) => note(() => connection.step(sql))

  return {
    engine: 'sqlite',
    begin: () => step('begin immediate'),
    enter: () => step('savepoint caller'),
    turnTo: async () => {},
    leave: () => step('release caller'),
    undo: () => exec('rollback to caller; release caller'),
    commit: () => step('commit'),
    rollback: () => exec('rollback'),
    broken: () => broken,
    mayRunAgain: () => false,
    async query<Row>(statement: Statement): Promise<QueryResult<Row>> {
      try {
        return connection.ask<Row>(statement)
      } catch (error) {
        if (!connection.database.isTransaction) broken ??= error
        throw error
      }
    },
    close: async () => connection.close(),
  }
}
