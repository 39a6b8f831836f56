import { postgresLogSql } from './postgres-log-rows.ts'
import type { ScopedQueries } from './scoped-queries.ts'
import { sqliteLogSql } from './sqlite-log-rows.ts'
import type { Engine, Scope } from './storage.ts'
import type { LogBlockRow, LogEntryRow, LogPostingRow, LogRow } from './tables.ts'

/** A log as it stands: what an append starts from. */
export interface LogState extends LogRow {
  /** How many blocks of 256 entries can be searched already. */
  readonly blocks: number
}

/** How a log is moved on. */
export interface LogMove {
  readonly size: number
  readonly frontier: Uint8Array
  readonly signed_size: number
  readonly seal: Uint8Array
}

/** An entry to be added; the facility is that of the change, the log and the index follow from the order. */
export type NewLogEntry = Pick<LogEntryRow, 'entry' | 'detail'>

/** A block that can be searched from now on. */
export interface NewLogBlock extends Pick<LogBlockRow, 'block' | 'first_at' | 'last_at'> {
  readonly postings: readonly Pick<LogPostingRow, 'term' | 'places'>[]
}

/**
 * A log to be moved on. `isRead`: its row was read and locked in this transaction, so that its size says it all. Otherwise
 * it is only remembered, and every column that a move goes by is compared in the row itself, and that no log is newer.
 */
export interface HeldLog {
  readonly log: LogState
  readonly isRead: boolean
}

type Named = Pick<LogRow, 'origin' | 'number'>

/**
 * 証跡の行 — what every append does, by SQL written for the engine: a builder would cost more than the append itself.
 * Each statement names the facility of the change, on top of what keeps facilities apart anyway.
 */
export interface LogRows {
  /** The newest log of the facility, read and locked until the commit. */
  newest(): Promise<LogState | undefined>
  /** A log of which less can be searched than could be. */
  lagging(): Promise<LogState | undefined>
  /** A number for a new log, which none has had before. */
  freeNumber(): Promise<number>
  /**
   * Adds entries at the end of the log, in order, and gives their leaf hashes as `leavesReadBack` does. Where it cannot be
   * that the log still stands like that, nothing is added and undefined given.
   */
  add(held: HeldLog, entries: readonly NewLogEntry[]): Promise<readonly Uint8Array[] | undefined>
  /** The leaf hashes of entries as they lie in the database now, read back within the transaction. */
  leavesReadBack(log: Named, from: number, to: number): Promise<readonly Uint8Array[]>
  /** The entries themselves. */
  entriesReadBack(log: Named, from: number, to: number): Promise<readonly Uint8Array[]>
  /** Makes a block of entries searchable. */
  addBlock(log: Named, block: NewLogBlock): Promise<void>
  /** Compares and swaps: false when the log does not stand like that any more. */
  moveOn(held: HeldLog, to: LogMove): Promise<boolean>
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
const ofNobody: LogRows = {
  newest: refuse,
  lagging: refuse,
  freeNumber: refuse,
  add: refuse,
  leavesReadBack: refuse,
  entriesReadBack: refuse,
  addBlock: refuse,
  moveOn: refuse,
}
