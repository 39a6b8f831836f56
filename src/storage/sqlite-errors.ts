import { Refusal } from '#shared'

// https://www.sqlite.org/rescode.html — the primary code is the low byte.
const BUSY = 5
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const CONSTRAINT = 19
const NOTADB = 26

export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined
  return error.errcode & 0xff
}

export const isBusy = (error: unknown): boolean => sqliteCode(error) === BUSY

/** A row of that key is there already, or another rule of the table is broken. */
export const isTaken = (error: unknown): boolean => sqliteCode(error) === CONSTRAINT

/** What the person is told when the file or its disk is at fault; any other error is left as it is. */
export function refusalOf(error: unknown, file: string): unknown {
  const facts = { file, detail: error instanceof Error ? error.message : String(error) }
  switch (sqliteCode(error)) {
    case FULL:
      return new Refusal('read-only', { reason: 'disk-full', ...facts }, { cause: error })
    case IOERR:
    case READONLY:
    case CANTOPEN:
      return new Refusal('read-only', { reason: 'disk-error', ...facts }, { cause: error })
    case CORRUPT:
    case NOTADB:
      return corrupt(file, facts.detail, error)
    default:
      return error
  }
}

/** The database cannot be read as one. The way out is a generation of the backup; the damaged file is kept as it is. */
export function corrupt(file: string, detail: string, cause?: unknown): Refusal {
  return new Refusal('corrupt', { what: 'database', file, detail, wayOut: 'restore-from-backup' }, { cause })
}
