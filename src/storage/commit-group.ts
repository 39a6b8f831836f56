import { type ScopedQueries, scopedQueries } from './scoped-queries.ts'
import type { Change, Scope } from './storage.ts'
import type { WriteConnection } from './write-connection.ts'

/** One caller of `write`, and how to answer. */
export interface Call {
  readonly scope: Scope
  readonly keep: (change: Change) => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

interface Errand {
  readonly scope: Scope
  readonly run: (change: Change) => Promise<void>
}

/** The errands of a group by scope and key: asked for often, run once. */
type Errands = Map<string, Errand>

interface GroupFailure {
  readonly error: unknown
  readonly whileCommitting: boolean
}

export interface CommitGroup {
  /** Runs the calls and commits. Undefined when that went well, though single calls may have failed alone. */
  run(): Promise<GroupFailure | undefined>
  /** Answers the callers, each with what became of its own change. */
  settle(): void
}

export function createGroup(connection: WriteConnection, calls: readonly Call[]): CommitGroup {
  const answers: (() => void)[] = []
  const errands: Errands = new Map()

  async function runCalls(): Promise<void> {
    for (const call of calls) {
      const asked: Errands = new Map()
      try {
        const value = await inSavepoint(connection, call.scope, asked, call.keep)
        for (const [key, errand] of asked) if (!errands.has(key)) errands.set(key, errand)
        answers.push(() => call.resolve(value))
      } catch (error) {
        if (connection.broken() !== undefined || connection.mayRunAgain(error)) throw error
        answers.push(() => call.reject(error))
      }
    }
  }

  async function runErrands(): Promise<void> {
    // An errand may ask for further ones; the map hands those out too, at its end.
    for (const { scope, run } of errands.values()) await inSavepoint(connection, scope, errands, run)
  }

  return {
    async run() {
      try {
        await connection.begin()
        await runCalls()
        await runErrands()
      } catch (error) {
        return { error: connection.broken() ?? error, whileCommitting: false }
      }
      try {
        await connection.commit()
        return undefined
      } catch (error) {
        return { error, whileCommitting: true }
      }
    },
    settle() {
      for (const answer of answers) answer()
    },
  }
}

async function inSavepoint<T>(
  connection: WriteConnection,
  scope: Scope,
  asked: Errands,
  keep: (change: Change) => Promise<T>,
): Promise<T> {
  const queries = scopedQueries(connection.engine, scope, connection)
  await connection.enter(scope)
  try {
    const value = await keep(changeOf(connection, scope, queries, asked))
    if (queries.failure() !== undefined) throw queries.failure()
    queries.end()
    await connection.leave()
    return value
  } catch (error) {
    queries.end()
    if (connection.broken() === undefined) await connection.undo()
    throw error
  }
}

function changeOf(connection: WriteConnection, scope: Scope, queries: ScopedQueries, asked: Errands): Change {
  return {
    db: queries.db,
    engine: connection.engine,
    scope,
    beforeCommit(key, run) {
      const name = JSON.stringify([scope, key])
      if (!asked.has(name)) asked.set(name, { scope, run })
    },
    async within(facilityId, keep) {
      if (scope !== 'installation') throw new Error('a change of a facility does not enter another')
      const entered = { facilityId }
      const inner = scopedQueries(connection.engine, entered, connection)
      await connection.turnTo(entered)
      try {
        return await keep(changeOf(connection, entered, inner, asked))
      } finally {
        inner.end()
        if (inner.failure() === undefined) await connection.turnTo(scope)
      }
    },
  }
}
