import type { QueryResult } from 'kysely'
import pg from 'pg'
import { Refusal } from '#shared'
import type { PlainSql } from './migrations/index.ts'
import { applicationRole, facilitySetting } from './migrations/row-security.ts'
import { postgresRefusalOf } from './postgres-errors.ts'
import type { QueryConnection, Statement } from './scoped-queries.ts'
import type { Scope } from './storage.ts'

const INT8 = 20
const NUMERIC = 1700
const BYTEA = 17

/** Both engines hand out the same values: whole numbers as numbers, bytes as a plain Uint8Array. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return wholeNumber
    if (oid === NUMERIC) return Number
    if (oid === BYTEA) return (text: string) => Uint8Array.from(Buffer.from(text.slice(2), 'hex'))
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a whole number below 2^53: ${text}`)
  return number
}

// A peer that hangs in a transaction would hold its locks for ever; a lock not given in this time is an error.
const sessionSettings = '-c lock_timeout=30s -c idle_in_transaction_session_timeout=60s'

export function postgresConfig(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    types,
    options: sessionSettings,
    application_name: 'omamori',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  }
}

/** From here on the connection has the application's rights alone, and meets no table but ours. */
export async function becomeApplication(client: pg.ClientBase): Promise<void> {
  await client.query(`set search_path = omamori, pg_temp; set role ${applicationRole}`)
}

/** For whom rows are seen until the transaction or the savepoint ends. */
export function scopeStatement(scope: Scope): string {
  const value = scope === 'installation' ? '*' : scope.facilityId
  return `select set_config('${facilitySetting}', ${pg.escapeLiteral(value)}, true)`
}

export function queryConnection(client: pg.ClientBase): QueryConnection {
  return {
    async query<Row>({ sql, parameters, name }: Statement): Promise<QueryResult<Row>> {
      try {
        const answer: pg.QueryResult | readonly pg.QueryResult[] = await client.query({
          text: sql,
          values: [...parameters],
          ...(name !== undefined && { name }),
        })
        // Several statements in one text: their rows one after the other.
        const results = Array.isArray(answer) ? answer : [answer]
        const affected = results.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0)
        return { numAffectedRows: BigInt(affected), rows: results.flatMap(({ rows }) => rows) }
      } catch (error) {
        throw postgresRefusalOf(error)
      }
    },
  }
}

export function plainSql(client: pg.ClientBase): PlainSql {
  return { run: async (sql, parameters) => (await client.query(sql, parameters && [...parameters])).rows }
}

// What a commit needs to mean "on the disk". https://www.postgresql.org/docs/15/runtime-config-wal.html
const MIN_VERSION = 150_000

/** Refuses a server that would lose what it acknowledged, or that we have not been tried on. */
export async function refuseUnsafeServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(`select name, setting from pg_settings where name in
    ('fsync', 'full_page_writes', 'synchronous_commit', 'server_version_num', 'server_encoding')`)
  const found = Object.fromEntries(rows.map((row) => [row.name, row.setting])) as Record<string, string>
  const refuse = (needs: string, setting: string | undefined): never => {
    throw new Refusal('unsupported', { needs, found: setting ?? 'unknown' })
  }
  if (Number(found.server_version_num) < MIN_VERSION) refuse('postgresql>=15', found.server_version_num)
  for (const name of ['fsync', 'full_page_writes']) if (found[name] !== 'on') refuse(`${name}=on`, found[name])
  if ((found.synchronous_commit ?? 'off') === 'off') refuse('synchronous_commit=on', found.synchronous_commit)
  if (found.server_encoding !== 'UTF8') refuse('server_encoding=UTF8', found.server_encoding)
}
