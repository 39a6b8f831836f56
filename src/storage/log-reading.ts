import { openSqliteLogReading } from './sqlite-log-reading.ts'
import type { Engine, Reader, Scope, StoragePlace } from './storage.ts'
import type { LogRow } from './tables.ts'

/** Entries that stand one behind the other, in one piece of memory: a value for each of them would cost as much as its hash. */
export interface EntriesInOne {
  /** Each entry with one byte before it that is nobody's. */
  readonly bytes: Uint8Array
  /** How long they are, in their order. */
  readonly lengths: readonly number[]
}

/** What an audit reads with. */
export interface LogReader {
  readonly db: Reader
  /** The entries from `from` up to `to`; as many as there are. */
  entries(log: Pick<LogRow, 'number'>, from: number, to: number): Promise<EntriesInOne>
}

/** 証跡の読み取り — connections for auditing alone: each thread has its own, and each read one snapshot. */
export interface LogReading {
  readonly engine: Engine
  read<T>(scope: Scope, load: (reader: LogReader) => Promise<T>): Promise<T>
  /** Tables of the journal that do not hold what their indexes say, or the reverse. */
  damagedTables(scope: Scope, tables: readonly string[]): Promise<readonly string[]>
  close(): Promise<void>
}

/** The tables that the journal stands on. */
export const logTables = ['log', 'log_entry', 'log_tile', 'log_checkpoint', 'log_block', 'log_posting'] as const

/** Opens what a storage holds, once more; also in another thread. What the storage looked at when it was opened is not asked again. */
export async function openLogReading(place: StoragePlace): Promise<LogReading> {
  if ('data' in place) return openSqliteLogReading(place.data)
  const { openPostgresLogReading } = await import('./postgres-log-reading.ts')
  return openPostgresLogReading(place.url)
}

/** The facility that entries are read of. */
export function facilityIn(scope: Scope): string {
  if (scope === 'installation') throw new TypeError('the installation has no journal: enter a facility')
  return scope.facilityId
}
