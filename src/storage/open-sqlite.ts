import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Clock, Refusal } from '#shared'
import { refuseOutdated } from './migrations/index.ts'
import { createPrivateDirectory } from './private-files.ts'
import { connectSqlite } from './sqlite-connection.ts'
import { corrupt } from './sqlite-errors.ts'
import { prepareSqliteFile, refuseOldSqlite, refuseUnreadable } from './sqlite-file.ts'
import { lockDirectory } from './sqlite-lock.ts'
import { openSqliteReaders } from './sqlite-readers.ts'
import { sqliteWriteSource } from './sqlite-writer.ts'
import type { Storage } from './storage.ts'
import { refuseUnsafePlace } from './unsafe-place.ts'
import { createWriteQueue, refuseToWrite } from './write-queue.ts'

/** Where the pieces lie in the data directory. */
export const sqliteFileOf = (directory: string): string => join(directory, 'omamori.sqlite')
const lockFileOf = (directory: string): string => join(directory, 'lock.sqlite')

/** Opens the data directory for this process alone, making or upgrading what is in it. */
export async function openSqlite(directory: string, clock: Clock): Promise<Storage> {
  refuseUnsafePlace(directory)
  createPrivateDirectory(directory)
  const lock = lockDirectory(directory, lockFileOf(directory))
  try {
    const file = sqliteFileOf(directory)
    await prepareSqliteFile(directory, file, clock)
    const readers = openSqliteReaders(file)
    const queue = createWriteQueue(sqliteWriteSource(file))
    return {
      engine: 'sqlite',
      place: { data: directory },
      read: readers.read,
      write: queue.write,
      async close() {
        await queue.close()
        readers.close()
        gatherIntoOneFile(file)
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * Opens the data directory for reading alone, also beside the process that holds it, to look at it closely. Makes and
 * changes nothing.
 */
export async function openSqliteForReading(directory: string): Promise<Storage> {
  const file = sqliteFileOf(directory)
  if (!existsSync(file)) throw new Refusal('not-found', { what: 'database', file })
  refuseOldSqlite()
  refuseOutdated(await refuseUnreadable(file, 'integrity_check'))
  const readers = openSqliteReaders(file)
  const place = { data: directory }
  return { engine: 'sqlite', place, read: readers.read, write: refuseToWrite, close: async () => readers.close() }
}

/** For those who know that there were rows: without them the file was lost, and no new one may take its place. */
export function refuseLostSqlite(directory: string): void {
  const file = sqliteFileOf(directory)
  if (!existsSync(file) || statSync(file).size === 0) throw corrupt(file, 'lost')
}

/** The last connection to close folds the WAL into the file, so that a stopped installation is one file to copy. */
function gatherIntoOneFile(file: string): void {
  try {
    connectSqlite(file, 'write').close()
  } catch {
    // A full disk does not hinder the closing; the WAL stays beside the file and is read at the next start.
  }
}
