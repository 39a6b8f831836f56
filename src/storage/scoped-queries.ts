import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  PostgresAdapter,
  PostgresQueryCompiler,
  type QueryResult,
  type RootOperationNode,
  SingleConnectionProvider,
  SqliteAdapter,
  SqliteQueryCompiler,
  Transaction,
} from 'kysely'
import { OutsideScope } from './outside-scope.ts'
import { scopeRule } from './scope.ts'
import type { Engine, Scope } from './storage.ts'
import type { Relations } from './tables.ts'

/** SQL with its parameters: compiled by the query builder, or written by hand in this room. */
export interface Statement extends Pick<CompiledQuery, 'sql' | 'parameters'> {
  /** Under which the server keeps it prepared. */
  readonly name?: string
  /** On SQLite alone, in place of `parameters`: the statement is run for each of these, and answers without rows. */
  readonly each?: readonly (readonly unknown[])[]
}

/** A connection that runs a statement. Both engines offer one, and nothing more is shared. */
export interface QueryConnection {
  query<Row>(statement: Statement): Promise<QueryResult<Row>>
}

/** Queries in a scope, and the end of them: after `end` nothing runs, so that no forgotten `await` slips into the next change. */
export interface ScopedQueries {
  readonly db: Transaction<Relations>
  /** Runs SQL that this room wrote and that names the facility itself; for the journal's rows and the index of words. */
  run<Row>(statement: Statement): Promise<QueryResult<Row>>
  /** The first query that failed. After it nothing more runs: PostgreSQL would refuse it, so SQLite does likewise. */
  failure(): unknown
  end(): void
}

const compilers = {
  sqlite: { adapter: new SqliteAdapter(), compiler: new SqliteQueryCompiler() },
  postgresql: { adapter: new PostgresAdapter(), compiler: new PostgresQueryCompiler() },
}

/** Reads in a scope; once `load` has returned, nothing more runs. `run` is for the journal, by SQL that this room wrote. */
export async function readRunningInScope<T>(
  engine: Engine,
  scope: Scope,
  connection: QueryConnection,
  load: (queries: Pick<ScopedQueries, 'db' | 'run'>) => Promise<T>,
): Promise<T> {
  const queries = scopedQueries(engine, scope, connection)
  try {
    return await load(queries)
  } finally {
    queries.end()
  }
}

/** Opens the query builder on one connection for one scope. */
export function scopedQueries(engine: Engine, scope: Scope, connection: QueryConnection): ScopedQueries {
  let passed: WeakSet<RootOperationNode> | undefined
  let over = false
  let failure: unknown
  async function run<Row>(statement: Statement): Promise<QueryResult<Row>> {
    if (over) throw new OutsideScope('the change or the read is over; a query was not awaited')
    if (failure !== undefined) throw new OutsideScope('a query of this change has failed', { cause: failure })
    try {
      return await connection.query<Row>(statement)
    } catch (error) {
      failure = error
      throw error
    }
  }
  const guarded: DatabaseConnection = {
    async executeQuery<Row>(compiled: CompiledQuery): Promise<QueryResult<Row>> {
      if (!over && failure === undefined && !passed?.has(compiled.query))
        throw new OutsideScope('this query has not passed the scope rule')
      return run<Row>(compiled)
    },
    async *streamQuery<Row>(compiled: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
      yield await guarded.executeQuery<Row>(compiled)
    },
  }
  let db: Transaction<Relations> | undefined
  function builder(): Transaction<Relations> {
    passed = new WeakSet()
    const { adapter, compiler } = compilers[engine]
    const provider = new SingleConnectionProvider(guarded)
    const executor = new DefaultQueryExecutor(compiler, adapter, provider, [scopeRule(scope, engine, passed)])
    return new Transaction<Relations>({ config: { dialect }, driver, executor, dialect })
  }
  return {
    get db() {
      db ??= builder()
      return db
    },
    run,
    failure: () => failure,
    end: () => {
      over = true
    },
  }
}

// Kysely wants these two; transactions and connections are the storage room's own affair, so they do nothing.
const driver = new DummyDriver()
const dialect: Dialect = {
  createAdapter: () => compilers.sqlite.adapter,
  createDriver: () => driver,
  createIntrospector: () => {
    throw new OutsideScope('a scope does not look at the schema')
  },
  createQueryCompiler: () => compilers.sqlite.compiler,
}
