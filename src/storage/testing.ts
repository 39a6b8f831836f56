import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { sqliteFileOf } from './open-sqlite.ts'
import { openStorage, type StoragePlace } from './open-storage.ts'
import type { Storage } from './storage.ts'
import { findPostgres, startPostgres, type TestServer } from './testing-postgres.ts'

/** A fresh, empty database with every call. Whatever is still open at the end is closed and removed. */
export interface Open {
  (): Promise<Storage>
  /** Opens once more what this storage holds; close the old one first on SQLite. */
  again(storage: Storage): Promise<Storage>
  /** Where the storage lies: its data directory or its address. */
  placeOf(storage: Storage): StoragePlace
  /** The columns of all tables as the engine describes them. */
  columnsOf(storage: Storage): Promise<readonly FoundColumn[]>
  /** Runs SQL as the owner of the database, past every guard: for tests in which somebody tampers. */
  tamper(storage: Storage, sql: string): Promise<void>
}

export interface FoundColumn {
  readonly name: string
  readonly column: string
  readonly type: string
  readonly optional: boolean
}

export const needsPostgres = 'needs PostgreSQL (apt-get install postgresql)'

/** Runs the tests on SQLite and on a real PostgreSQL that is started for them. */
export function eachEngine(name: string, tests: (open: Open) => void): void {
  describe(`${name} (sqlite)`, () => {
    const base = mkdtempSync(join(tmpdir(), 'omamori-test-'))
    let number = 0
    const places = async () => {
      number += 1
      return { data: join(base, String(number)) }
    }
    run(places, tests, async () => rmSync(base, { recursive: true, force: true }))
  })
  if (findPostgres()) describe(`${name} (postgresql)`, () => onPostgres(tests))
  else if (process.env.OMAMORI_FORBID_SKIP === '1') {
    it(`${name} (postgresql)`, () => expect.fail(needsPostgres))
  } else it.skip(`${name} (postgresql) — skipped: ${needsPostgres}`)
}

function onPostgres(tests: (open: Open) => void): void {
  let server: Promise<TestServer> | undefined
  const places = async () => {
    server ??= startPostgres().then(withSchema)
    return { url: await (await server).createDatabase() }
  }
  run(places, tests, async () => (await server)?.stop())
}

/** Lays the schema out once, for all databases of the file: each is a copy of the first. */
async function withSchema(server: TestServer): Promise<TestServer> {
  const url = await server.createDatabase()
  await (await openStorage({ url })).close()
  return { ...server, createDatabase: () => server.createDatabase(new URL(url).pathname.slice(1)) }
}

function run(newPlace: () => Promise<StoragePlace>, tests: (open: Open) => void, end: () => Promise<void>): void {
  const places = new Map<Storage, StoragePlace>()
  const openAt = async (place: StoragePlace) => {
    const storage = await openStorage(place)
    places.set(storage, place)
    return storage
  }
  const placeOf = (storage: Storage) => {
    const place = places.get(storage)
    if (!place) throw new Error('this storage was not opened here')
    return place
  }
  const open: Open = Object.assign(async () => openAt(await newPlace()), {
    again: (storage: Storage) => openAt(placeOf(storage)),
    placeOf,
    columnsOf: async (storage: Storage) => columnsAt(placeOf(storage)),
    tamper: async (storage: Storage, sql: string) => void (await runAsOwner(placeOf(storage), sql)),
  })
  tests(open)
  afterAll(async () => {
    for (const storage of places.keys()) await storage.close().catch(() => {})
    await end()
  })
}

function columnsAt(place: StoragePlace): Promise<readonly FoundColumn[]> {
  const sql =
    'data' in place
      ? `select t.name, c.name as "column", c.type, c."notnull" = 0 as optional from pragma_table_list t
         join pragma_table_info(t.name) c where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite_%'`
      : `select table_name as name, column_name as "column", data_type as type, is_nullable = 'YES' as optional
         from information_schema.columns natural join information_schema.tables
         where table_schema = 'omamori' and table_type = 'BASE TABLE' and table_name <> 'document_search'`
  return runAsOwner(place, sql) as Promise<readonly unknown[]> as Promise<readonly FoundColumn[]>
}

async function runAsOwner(place: StoragePlace, sql: string): Promise<readonly unknown[]> {
  if ('data' in place) {
    const database = new DatabaseSync(sqliteFileOf(place.data), { timeout: 5_000, defensive: false })
    try {
      if (/^\s*select/i.test(sql)) return database.prepare(sql).all()
      database.exec(sql)
      return []
    } finally {
      database.close()
    }
  }
  const client = new pg.Client({ connectionString: place.url, options: '-c search_path=omamori' })
  await client.connect()
  return client
    .query(sql)
    .then((result) => result.rows)
    .finally(() => client.end())
}
