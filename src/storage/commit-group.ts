import { type LogRows, logRowsOn } from './log-rows.ts'
import { RunAgain } from './run-again.ts'
import { type ScopedQueries, scopedQueries } from './scoped-queries.ts'
import type { Change, Scope } from './storage.ts'
import { wordIndexOn } from './words/word-index.ts'
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

/** What a change asks of its group; it is added to what the group knows when the change went well. */
interface Asked {
  /** By scope and key: asked for often, run once. */
  readonly errands: Map<string, Errand>
  readonly memory: Map<string, unknown>
}

const nothingAsked = (): Asked => ({ errands: new Map(), memory: new Map() })

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
  const whole = nothingAsked()

  async function runCalls(): Promise<void> {
    for (const call of calls) {
      const asked = nothingAsked()
      try {
        const value = await inSavepoint(connection, call.scope, { whole, asked }, call.keep)
        for (const [key, errand] of asked.errands) if (!whole.errands.has(key)) whole.errands.set(key, errand)
        for (const [key, value] of asked.memory) whole.memory.set(key, value)
        answers.push(() => call.resolve(value))
      } catch (error) {
        const isOfGroup = error instanceof RunAgain || connection.mayRunAgain(error)
        if (connection.broken() !== undefined || isOfGroup) throw error
        answers.push(() => call.reject(error))
      }
    }
  }

  async function runErrands(): Promise<void> {
    // An errand may ask for further ones; the map hands those out too, at its end.
    for (const { scope, run } of whole.errands.values()) {
      await runErrand(connection, scope, whole, run)
    }
  }

  return {
    async run() {
      try {
        await connection.begin(calls[0]?.scope ?? 'installation')
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

/** What the group knows, and where a change adds to it; an errand adds to the whole at once. */
interface Heard {
  readonly whole: Asked
  readonly asked: Asked
}

async function inSavepoint<T>(
  connection: WriteConnection,
  scope: Scope,
  heard: Heard,
  keep: (change: Change) => Promise<T>,
): Promise<T> {
  const queries = scopedQueries(connection.engine, scope, connection)
  await connection.enter(scope)
  try {
    const value = await keep(changeOf(connection, scope, queries, heard))
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

/** Without a savepoint, for when an errand fails the whole group does. */
async function runErrand(
  connection: WriteConnection,
  scope: Scope,
  whole: Asked,
  run: (change: Change) => Promise<void>,
): Promise<void> {
  await connection.turnTo(scope)
  const queries = scopedQueries(connection.engine, scope, connection)
  try {
    await run(changeOf(connection, scope, queries, { whole, asked: whole }))
    if (queries.failure() !== undefined) throw queries.failure()
  } finally {
    queries.end()
  }
}

function changeOf(connection: WriteConnection, scope: Scope, queries: ScopedQueries, heard: Heard): Change {
  const { whole, asked } = heard
  // No id of a facility begins with a space.
  const owner = scope === 'installation' ? ' ' : scope.facilityId
  const named = (key: string) => `${owner} ${key}`
  let logs: LogRows | undefined
  return {
    // Made when it is asked for: an append of encoded entries needs no query builder.
    get db() {
      return queries.db
    },
    engine: connection.engine,
    scope,
    beforeCommit(key, run) {
      const name = named(key)
      if (!asked.errands.has(name)) asked.errands.set(name, { scope, run })
    },
    group: {
      get: (key) => asked.memory.get(named(key)) ?? whole.memory.get(named(key)),
      set: (key, value) => void asked.memory.set(named(key), value),
    },
    get logs() {
      logs ??= logRowsOn(connection.engine, scope, queries.run)
      return logs
    },
    get words() {
      return wordIndexOn(connection.engine, scope, queries.run)
    },
    async within(facilityId, keep) {
      if (scope !== 'installation') throw new Error('a change of a facility does not enter another')
      const entered = { facilityId }
      const inner = scopedQueries(connection.engine, entered, connection)
      await connection.turnTo(entered)
      try {
        return await keep(changeOf(connection, entered, inner, heard))
      } finally {
        inner.end()
        if (inner.failure() === undefined) await connection.turnTo(scope)
      }
    },
  }
}
