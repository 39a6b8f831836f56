import { DatabaseSync } from 'node:sqlite'
import { Refusal } from '#shared'
import { createPrivateFile } from './private-files.ts'
import { isBusy } from './sqlite-errors.ts'

/**
 * Holds the data directory for this process until `release`; a second process is refused as `locked`. The lock is the
 * exclusive lock on a small database of its own, so it goes when the process goes, however it ends. Never open this
 * file, or the database beside it, with `fs`: closing any other descriptor of it drops the locks of the whole process
 * (https://www.sqlite.org/howtocorrupt.html, 2.2).
 */
export function lockDirectory(directory: string, file: string): { release(): void } {
  createPrivateFile(file)
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('pragma locking_mode = exclusive; begin exclusive')
    database.exec('create table if not exists holder (pid integer not null) strict; delete from holder')
    database.prepare('insert into holder (pid) values (?)').run(process.pid)
    database.exec('commit')
  } catch (error) {
    database.close()
    throw isBusy(error) ? new Refusal('locked', { what: 'data-directory', directory }, { cause: error }) : error
  }
  return { release: () => database.isOpen && database.close() }
}
