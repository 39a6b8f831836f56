import { postgresLogSql } from './postgres-log-rows.ts'
import type { ScopedQueries } from './scoped-queries.ts'
import { sqliteLogSql } from './sqlite-log-rows.ts'
import type { Engine, Scope } from './storage.ts'
import type { LogEntryRow, LogRow } from './tables.ts'

/** A log as it stands: what an append starts from. */
export type LogState = LogRow

/** How a log is moved on. */
export interface LogMove {
  readonly size: number
  readonly frontier: Uint8Array
  readonly signed_size: number
  readonly seal: Uint8Array
}

/** An entry to be added; the facility is that of the change, the log and the index follow from the order. */
export type NewLogEntry = Omit<LogEntryRow, 'facility_id' | 'origin' | 'entry_index'>

/**
 * 証跡の行 — what every append does, by SQL written for the engine: a builder would cost more than the append itself.
 * Each statement names the facility of the change, on top of what keeps facilities apart anyway.
 */
export interface LogRows {
  /** The newest log of the facility, locked until the commit. */
  newest(): Promise<LogState | undefined>
  /** Adds entries from the index on, in order. */
  add(origin: string, from: number, entries: readonly NewLogEntry[]): Promise<void>
  /** The leaf hashes of entries as they lie in the database now, read back within the transaction. */
  leavesReadBack(origin: string, from: number, to: number): Promise<readonly Uint8Array[]>
  /** Compares and swaps: false when the log was not at that size, or is not there. */
  moveOn(origin: string, from: number, to: LogMove): Promise<boolean>
}

export type Run = ScopedQueries['run']

/** The engine's statements for one facility. */
export type LogSql = (facilityId: string, run: Run) => LogRows

const engines: Record<Engine, LogSql> = { sqlite: sqliteLogSql, postgresql: postgresLogSql }

export function logRowsOn(engine: Engine, scope: Scope, run: Run): LogRows {
  if (scope === 'installation') return ofNobody
  return engines[engine](scope.facilityId, run)
}

const refuse = () => Promise.reject(new TypeError('the installation has no journal: enter a facility'))
const ofNobody: LogRows = { newest: refuse, add: refuse, leavesReadBack: refuse, moveOn: refuse }
