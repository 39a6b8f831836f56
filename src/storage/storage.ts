import type { Kysely, Transaction as KyselyTransaction } from 'kysely'
import type { LogRows } from './log-rows.ts'
import type { Relations } from './tables.ts'
import type { WordIndex } from './words/word-index.ts'

export type Engine = 'sqlite' | 'postgresql'

/** A data directory of our own, or a PostgreSQL database. */
export type StoragePlace = { readonly data: string } | { readonly url: string }

/** For whom rows are read and written: one facility's rows, or the installation's: the list of facilities and what is its own. */
export type Scope = { readonly facilityId: string } | 'installation'

/**
 * Reads see the last committed state and nothing that is not committed. A query sees the rows of its scope as if there
 * were no others; a query that the scope rule cannot judge (raw SQL above all, see `scope.ts`) throws.
 */
export type Reader = Kysely<Relations>

/**
 * Remembered from change to change until the commit, in the scope of the change. What a change remembered is forgotten
 * when it fails, as its rows are, so keep values that are not altered afterwards.
 */
export interface GroupMemory {
  get(key: string): unknown
  set(key: string, value: unknown): void
}

/** A change in the making. It touches the database only: whatever is slow or outside happens before it. */
export interface Change {
  readonly db: KyselyTransaction<Relations>
  readonly engine: Engine
  readonly scope: Scope
  /**
   * Runs once per commit group, just before the commit, however often it was asked for under the same key, with the
   * scope of the change that asked: the same key in two facilities is two errands. A group holds the changes of several
   * callers; what one of them asked for is dropped when its change fails. When an errand fails, the whole group fails.
   */
  beforeCommit(key: string, run: (change: Change) => Promise<void>): void
  /** What the changes of a commit group tell one another, within one facility. */
  readonly group: GroupMemory
  /** The rows of the journal by hand-written SQL, which every change of everybody passes. */
  readonly logs: LogRows
  /** What documents are found by. */
  readonly words: WordIndex
  /**
   * Enters one facility from a change of the installation, for work over all facilities such as turning the root key.
   * A change of a facility cannot leave it: there it throws.
   */
  within<T>(facilityId: string, keep: (change: Change) => Promise<T>): Promise<T>
}

export interface Storage {
  readonly engine: Engine
  /** Where the rows are: by this another thread opens them for itself. */
  readonly place: StoragePlace
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
