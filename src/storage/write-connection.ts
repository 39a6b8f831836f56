import type { QueryConnection } from './scoped-queries.ts'
import type { Engine, Scope } from './storage.ts'

/** What became of a commit whose answer did not arrive. */
export type CommitOutcome = 'kept' | 'not-kept'

/** The one connection of this process that writes. The queue alone speaks to it, one call after the other. */
export interface WriteConnection extends QueryConnection {
  readonly engine: Engine
  /** Begins the transaction of a group; the savepoint of its first caller may be opened on the way. */
  begin(first: Scope): Promise<void>
  /** Opens the savepoint of one caller and sets for whom its rows are. */
  enter(scope: Scope): Promise<void>
  /** Sets for whom the rows are, inside a savepoint that is open. */
  turnTo(scope: Scope): Promise<void>
  /** Keeps what was done since `enter`. */
  leave(): Promise<void>
  /** Undoes what was done since `enter`. */
  undo(): Promise<void>
  /** Durable once it returns. */
  commit(): Promise<void>
  rollback(): Promise<void>
  /** The error after which nothing on this connection can be trusted any more; undefined while it is sound. */
  broken(): unknown
  /** Whether the database asks for the transaction to be run once more. */
  mayRunAgain(error: unknown): boolean
  close(): Promise<void>
}

/** Where write connections come from. */
export interface WriteSource {
  open(): Promise<WriteConnection>
  /** Asked once a commit has failed on a connection that is now closed. Looks, and never guesses. */
  outcomeOf(lost: WriteConnection): Promise<CommitOutcome>
}
