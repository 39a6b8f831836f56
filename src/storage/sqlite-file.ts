import { existsSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { type Clock, Refusal } from '#shared'
import { appliedMigrations, migrate } from './migrations/index.ts'
import { createPrivateFile, syncDirectory } from './private-files.ts'
import { connectSqlite, pragma, type SqliteConnection } from './sqlite-connection.ts'
import { corrupt, refusalOf } from './sqlite-errors.ts'

// 'OMMR' in the file's header tells our database from any other SQLite file.
const APPLICATION_ID = 0x4f4d4d52
// A quick look through the whole file takes about a second per 500 MB, one that follows every index some fifteen; larger
// files are looked through by the backup's drill.
const CHECK_MAX_BYTES = 256 * 1024 * 1024
// https://www.sqlite.org/wal.html — earlier versions can corrupt a WAL database when it is reset.
const MIN_SQLITE = [3, 51, 3] as const

/** Makes the database or brings it up to date; returns after the directory knows about it. Refuses what it cannot trust. */
export async function prepareSqliteFile(directory: string, file: string, clock: Clock): Promise<void> {
  refuseOldSqlite()
  undoUnfinished(file)
  const isNew = !existsSync(file) || statSync(file).size === 0
  if (isNew) createPrivateFile(file)
  else await refuseUnreadable(file)
  const connection = connectSqlite(file, isNew ? 'create' : 'write')
  try {
    await migrateExclusively(connection, clock)
  } finally {
    connection.close()
  }
  syncDirectory(directory)
}

/**
 * Until it is in WAL mode, a file that is being laid out has a rollback journal; a power cut in that moment leaves both,
 * and whoever only reads may not roll back. Afterwards the file is as empty as it was.
 */
function undoUnfinished(file: string): void {
  if (!existsSync(`${file}-journal`) || !existsSync(file)) return
  try {
    const database = new DatabaseSync(file)
    try {
      database.prepare('select count(*) from sqlite_schema').get()
    } finally {
      database.close()
    }
  } catch (error) {
    throw refusalOf(error, file)
  }
}

async function migrateExclusively(connection: SqliteConnection, clock: Clock): Promise<void> {
  connection.exec('begin exclusive')
  try {
    const applied = await migrate(connection, 'sqlite', clock)
    if (applied.length > 0) connection.exec(`pragma application_id = ${APPLICATION_ID}`)
    connection.exec('commit')
  } catch (error) {
    if (connection.database.isTransaction) connection.exec('rollback')
    throw refusalOf(error, connection.file)
  }
}

/**
 * Looks before touching: is it our database, of a version we know, and whole as far as a quick look can tell? Opens the
 * file read-only, so that a newer version's data stays as it is. Returns the migrations found. Whoever verifies asks for
 * `integrity_check`: an index with a wrong byte hides entries from those who look for them.
 */
export async function refuseUnreadable(
  file: string,
  check: 'quick_check' | 'integrity_check' = 'quick_check',
): Promise<readonly string[]> {
  try {
    const connection = connectSqlite(file, 'read')
    try {
      const applied = await appliedMigrations(connection, 'sqlite')
      if (applied && pragma(connection.database, 'application_id') !== APPLICATION_ID) throw corrupt(file, 'not-ours')
      refuseDamaged(connection, check)
      return applied ?? []
    } finally {
      connection.close()
    }
  } catch (error) {
    throw refusalOf(error, file)
  }
}

function refuseDamaged({ database, file }: SqliteConnection, check: string): void {
  const bytes = statSync(file).size
  if (bytes > CHECK_MAX_BYTES) return
  const result = pragma(database, `${check}(1)`)
  if (result !== 'ok') throw corrupt(file, String(result))
}

export function refuseOldSqlite(): void {
  const memory = new DatabaseSync(':memory:')
  const found = String(memory.prepare('select sqlite_version() as version').get()?.version)
  memory.close()
  if (!isAtLeast(found, MIN_SQLITE))
    throw new Refusal('unsupported', { needs: `sqlite>=${MIN_SQLITE.join('.')}`, found })
}

/** Whether a version text such as `3.53.4` is the given one or later. */
export function isAtLeast(found: string, wanted: readonly number[]): boolean {
  const parts = found.split('.').map(Number)
  const differing = wanted.findIndex((part, index) => part !== (parts[index] ?? 0))
  return differing < 0 || (parts[differing] ?? 0) > (wanted[differing] ?? 0)
}
