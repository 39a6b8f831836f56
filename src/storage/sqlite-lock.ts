import { DatabaseSync } from 'node:sqlite'
import { Refusal } from '#shared'
import { diskRefusalOf } from './disk-errors.ts'
import { createPrivateFile } from './private-files.ts'
import { isBusy, refusalOf } from './sqlite-errors.ts'

/**
 * Holds the data directory for this process until `release`; a second process is refused as `locked`. The lock is the
 * exclusive lock on a small database of its own, so it goes when the process goes, however it ends. Never open this
 * file, or the database beside it, with `fs`: closing any other descriptor of it drops the locks of the whole process
 * (https://www.sqlite.org/howtocorrupt.html, 2.2).
 */
export function lockDirectory(directory: string, file: string): { release(): void } {
  const database = openLockFile(file)
  try {
    database.exec('pragma locking_mode = exclusive; begin exclusive')
    database.exec('create table if not exists holder (pid integer not null) strict; delete from holder')
    database.prepare('insert into holder (pid) values (?)').run(process.pid)
    database.exec('commit')
  } catch (error) {
    database.close()
    if (isBusy(error)) throw new Refusal('locked', { what: 'data-directory', directory }, { cause: error })
    throw lockRefusalOf(error, file)
  }
  return { release: () => database.isOpen && database.close() }
}

/** There is nothing in the lock that a backup could bring back; a damaged one is only in the way. */
function lockRefusalOf(error: unknown, file: string): unknown {
  const told = refusalOf(error, file)
  const isDamaged = told instanceof Refusal && told.code === 'corrupt'
  return isDamaged ? new Refusal('locked', { what: 'lock-file', file }, { cause: error }) : told
}

function openLockFile(file: string): DatabaseSync {
  try {
    createPrivateFile(file)
    return new DatabaseSync(file, { timeout: 0 })
  } catch (error) {
    throw lockRefusalOf(diskRefusalOf(error, file), file)
  }
}
