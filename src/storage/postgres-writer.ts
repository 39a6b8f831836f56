import type { QueryResult } from 'kysely'
import pg from 'pg'
import { becomeApplication, postgresConfig, queryConnection, scopeStatement } from './postgres-connection.ts'
import { asksToRunAgain, isConnectionLost, postgresRefusalOf, unreachable } from './postgres-errors.ts'
import type { Statement } from './scoped-queries.ts'
import type { Scope } from './storage.ts'
import type { CommitOutcome, WriteConnection, WriteSource } from './write-connection.ts'

/** The one writing connection of this process to the server; other processes have theirs. */
export function postgresWriteSource(url: string): WriteSource {
  const transactions = new WeakMap<WriteConnection, () => string | undefined>()
  return {
    async open() {
      const { connection, transaction } = await openWriter(url)
      transactions.set(connection, transaction)
      return connection
    },
    outcomeOf: async (lost) => askOutcome(url, transactions.get(lost)?.()),
  }
}

async function openWriter(
  url: string,
): Promise<{ readonly connection: WriteConnection; readonly transaction: () => string | undefined }> {
  const client = new pg.Client(postgresConfig(url))
  let broken: unknown
  let transaction: string | undefined
  client.on('error', (error) => {
    broken ??= unreachable(error)
  })
  try {
    await client.connect()
    await becomeApplication(client)
  } catch (error) {
    await client.end().catch(() => {})
    throw unreachable(error)
  }
  const queries = queryConnection(client)

  async function note<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run()
    } catch (error) {
      if (isConnectionLost(error)) broken ??= unreachable(error)
      throw broken ?? postgresRefusalOf(error)
    }
  }
  // Every answer that is waited for costs more than what is asked, so as little as can be is asked by itself.
  let state: 'outside' | 'begun' | 'inside' | 'left' = 'outside'
  let seen: Scope | undefined
  const exec = (sql: string) => note(async () => void (await client.query(sql)))

  const connection: WriteConnection = {
    engine: 'postgresql',
    async begin(first) {
      transaction = undefined
      state = 'outside'
      const results = await note(() =>
        client.query(
          `begin isolation level read committed; select pg_current_xact_id()::text as id; ${entering(first)}`,
        ),
      )
      transaction = (results as unknown as readonly pg.QueryResult[])[1]?.rows[0]?.id
      state = 'begun'
      seen = first
    },
    async enter(scope) {
      const isOpen = state === 'begun'
      const before = state === 'left' ? 'release savepoint caller; ' : ''
      state = 'inside'
      if (isOpen) return
      await exec(`${before}${entering(scope)}`)
      seen = scope
    },
    async turnTo(scope) {
      if (seen !== undefined && isSame(seen, scope)) return
      await exec(scopeStatement(scope))
      seen = scope
    },
    // The savepoint is released with the next one, or with the commit.
    async leave() {
      state = 'left'
    },
    async undo() {
      seen = undefined
      state = 'outside'
      await exec('rollback to savepoint caller; release savepoint caller')
    },
    commit: () => exec('commit'),
    rollback: () => exec('rollback'),
    broken: () => broken,
    // A connection that was lost took its transaction with it, so that can be run once more as well.
    mayRunAgain: (error) => asksToRunAgain(error) || (broken !== undefined && error === broken),
    query: <Row>(statement: Statement): Promise<QueryResult<Row>> => note(() => queries.query<Row>(statement)),
    close: () => client.end(),
  }
  return { connection, transaction: () => transaction }
}

const entering = (scope: Scope) => `savepoint caller; ${scopeStatement(scope)}`

const isSame = (a: Scope, b: Scope) =>
  a === 'installation' || b === 'installation' ? a === b : a.facilityId === b.facilityId

// How long a server may take to be back and to have decided, before we say that we do not know.
const ASK_TIMES = 20
const ASK_EVERY_MS = 250

/**
 * Asks the server what became of a transaction whose commit went unanswered. Throws when it cannot be known: then the
 * caller is told of a fault, and not that nothing was kept.
 */
async function askOutcome(url: string, transaction: string | undefined): Promise<CommitOutcome> {
  if (transaction === undefined) return 'not-kept'
  for (let time = 0; time < ASK_TIMES; time += 1) {
    const status = await statusOf(url, transaction).catch(() => 'unreachable')
    if (status === 'committed') return 'kept'
    if (status === 'aborted') return 'not-kept'
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
  throw new Error(`the outcome of transaction ${transaction} is not known: the database cannot be asked`)
}

async function statusOf(url: string, transaction: string): Promise<string | undefined> {
  const client = new pg.Client(postgresConfig(url))
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query('select pg_xact_status($1::xid8) as status', [transaction])
    return rows[0]?.status
  } finally {
    await client.end()
  }
}
