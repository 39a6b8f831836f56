import type { Kysely, Transaction as KyselyTransaction } from 'kysely'
import type { Tables } from './tables.ts'

export type Engine = 'sqlite' | 'postgresql'

/** For whom rows are read and written: one facility's rows, or the installation's list of facilities. */
export type Scope = { readonly facilityId: string } | 'installation'

/** Reads see the last committed state and nothing that is not committed. Queries outside the scope are refused. */
export type Reader = Kysely<Tables>

/** A change in the making. It touches the database only: whatever is slow or outside happens before it. */
export interface Change {
  readonly db: KyselyTransaction<Tables>
  readonly engine: Engine
  readonly scope: Scope
  /**
   * Runs once per commit group, just before the commit, however often it was asked for under the same key.
   * A group holds the changes of several callers; what one of them asked for is dropped when its change fails.
   */
  beforeCommit(key: string, run: (change: Change) => Promise<void>): void
}

export interface Storage {
  readonly engine: Engine
  /** Reads one consistent snapshot. */
  read<T>(scope: Scope, load: (db: Reader) => Promise<T>): Promise<T>
  /**
   * The single way to change anything. Calls that arrive together share one transaction, each in a savepoint of its
   * own, and one flush to the disk. Durable once it returns; when it throws, nothing of it was kept. `keep` may run
   * again when the database asks for it (PostgreSQL 40001, 40P01), so it must not act on anything but `change`.
   */
  write<T>(scope: Scope, keep: (change: Change) => Promise<T>): Promise<T>
  /** Stops taking writes, finishes those under way, closes. */
  close(): Promise<void>
}
