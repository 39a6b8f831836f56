import pg from 'pg'
import { Refusal } from '#shared'

// https://www.postgresql.org/docs/15/errcodes-appendix.html
const RUN_AGAIN = new Set(['40001', '40P01'])
const DISK_FULL = '53100'
const READ_ONLY = '25006'
const CORRUPTED = new Set(['XX001', 'XX002'])

export function postgresCode(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined
}

/** Another process was in the way; the same transaction may well succeed now. */
export const asksToRunAgain = (error: unknown): boolean => RUN_AGAIN.has(postgresCode(error) ?? '')

/** What the person is told when the server or its disk is at fault; any other error is left as it is. */
export function postgresRefusalOf(error: unknown): unknown {
  const code = postgresCode(error)
  const detail = error instanceof Error ? error.message : String(error)
  if (code === DISK_FULL) return new Refusal('read-only', { reason: 'disk-full', detail }, { cause: error })
  if (code === READ_ONLY) return new Refusal('read-only', { reason: 'server-read-only', detail }, { cause: error })
  if (code !== undefined && CORRUPTED.has(code)) {
    return new Refusal('corrupt', { what: 'database', detail, wayOut: 'restore-from-backup' }, { cause: error })
  }
  return error
}

/** Whether the connection itself is gone, so that the answer to what was asked last did not arrive. */
export function isConnectionLost(error: unknown): boolean {
  const code = postgresCode(error)
  if (code !== undefined) return code.startsWith('08') || code.startsWith('57P')
  return error instanceof Error && /terminated|not queryable|ECONN|EPIPE|ETIMEDOUT|socket/i.test(error.message)
}

/** The server does not answer; what was asked of it was not done. */
export function unreachable(error: unknown): Refusal {
  const detail = error instanceof Error ? error.message : String(error)
  return new Refusal('unreachable', { what: 'database', detail }, { cause: error })
}
