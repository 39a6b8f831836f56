import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { openStorage } from './open-storage.ts'
import type { Storage } from './storage.ts'
import { tableNames } from './tables.ts'
import { needsPostgres } from './testing.ts'
import { findPostgres, startPostgres, type TestServer } from './testing-postgres.ts'

const sample = { facilityId: 'facility-a' }
const other = { facilityId: 'facility-b' }
const found = findPostgres()

const addFacility = (storage: Storage, scope: { readonly facilityId: string }) =>
  storage.write(scope, (change) =>
    change.db
      .insertInto('facility')
      .values({
        facility_id: scope.facilityId,
        name: 'みほん診療所',
        sample: 1,
        created_at: '2026-11-22T00:00:00.000Z',
      })
      .execute(),
  )

const add = (storage: Storage, code: string) =>
  storage.write(sample, (change) =>
    change.db
      .insertInto('one_time_code')
      .values({
        facility_id: 'facility-a',
        code_hash: code,
        purpose: 'first-run',
        account_id: null,
        expires_at: '2026-11-22T00:00:00.000Z',
        used_at: null,
      })
      .execute(),
  )

const codesOf = async (storage: Storage) => {
  const rows = await storage.read(sample, (db) => db.selectFrom('one_time_code').select('code_hash').execute())
  return rows.map((row) => row.code_hash).sort()
}

async function as<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  return use(client).finally(() => client.end())
}

const endConnections = (url: string) =>
  as(url, (client) =>
    client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'omamori' and datname = current_database() and pid <> pg_backend_pid()`),
  )

if (!found && process.env.OMAMORI_FORBID_SKIP === '1') it('PostgreSQL', () => expect.fail(needsPostgres))
const title = `PostgreSQL${found ? '' : ` — skipped: ${needsPostgres}`}`

describe.skipIf(!found)(title, () => {
  let started: Promise<TestServer> | undefined
  const server = () => {
    started ??= startPostgres()
    return started
  }
  const opened: Storage[] = []
  const open = async (url: string) => {
    const storage = await openStorage({ url })
    opened.push(storage)
    return storage
  }
  afterAll(async () => {
    for (const storage of opened) await storage.close().catch(() => {})
    await (await started)?.stop()
  })

  it('two processes start at once on an empty database, and write at once', async () => {
    const url = await (await server()).createDatabase()
    const [one, two] = await Promise.all([open(url), open(url)])
    const codes = Array.from({ length: 40 }, (_, index) => `code-${index + 10}`)
    await Promise.all(codes.map((code, index) => add(index % 2 ? one : two, code)))
    expect(await codesOf(one)).toEqual(codes)
  })

  it('two processes that change the same row both succeed, one after the other', async () => {
    const url = await (await server()).createDatabase()
    const storages = [await open(url), await open(url)]
    await addFacility(storages[0] as Storage, sample)
    const addOne = (storage: Storage) =>
      storage.write(sample, async ({ db }) => {
        const row = await db.selectFrom('facility').select('name').forUpdate().executeTakeFirstOrThrow()
        await db
          .updateTable('facility')
          .set({ name: `${row.name}+` })
          .execute()
      })
    await Promise.all(Array.from({ length: 20 }, (_, index) => addOne(storages[index % 2] as Storage)))
    const row = await storages[0]?.read(sample, (db) => db.selectFrom('facility').select('name').executeTakeFirst())
    expect(row?.name).toBe(`みほん診療所${'+'.repeat(20)}`)
  })

  it('two processes that lock in opposite order are both served: the one turned away is run again', async () => {
    const url = await (await server()).createDatabase()
    const [one, two] = [await open(url), await open(url)]
    await add(one, 'a')
    await add(one, 'b')
    const meeting = new Map<string, () => void>()
    const met = ['one', 'two'].map((name) => new Promise<void>((resolve) => meeting.set(name, resolve)))
    let runs = 0
    const mark = (storage: Storage, name: string, [first, second]: readonly [string, string]) =>
      storage.write(sample, async ({ db }) => {
        runs += 1
        const use = (code: string) =>
          db.updateTable('one_time_code').set({ used_at: name }).where('code_hash', '=', code).execute()
        await use(first)
        meeting.get(name)?.()
        await Promise.all(met)
        await use(second)
      })
    await Promise.all([mark(one, 'one', ['a', 'b']), mark(two, 'two', ['b', 'a'])])
    // Whoever is turned away may come back before the other has gone on, and meet it once more.
    expect(runs).toBeGreaterThanOrEqual(3)
    const used = await one.read(sample, (db) =>
      db.selectFrom('one_time_code').select(['code_hash', 'used_at']).execute(),
    )
    const [last] = used.map(({ used_at }) => used_at)
    expect(['one', 'two']).toContain(last)
    expect(used.map(({ used_at }) => used_at)).toEqual([last, last])
  })

  it('the database itself keeps facilities apart, even from somebody who speaks SQL as the application', async () => {
    const url = await (await server()).createDatabase()
    const storage = await open(url)
    await addFacility(storage, sample)
    await addFacility(storage, other)
    const seen = await as(url, async (client) => {
      await client.query('set role omamori_application; set search_path = omamori')
      const ids = async () =>
        (await client.query('select facility_id from facility order by 1')).rows.map((row) => row.facility_id)
      const nobody = await ids()
      await client.query("set omamori.facility = 'facility-a'")
      const own = await ids()
      const moved = await client.query("update facility set facility_id = 'facility-c'").catch((error) => error.message)
      const removed = await client.query("delete from facility where facility_id = 'facility-b'")
      return { nobody, own, moved, removed: removed.rowCount }
    })
    expect(seen).toEqual({
      nobody: [],
      own: ['facility-a'],
      moved: expect.stringContaining('row-level security'),
      removed: 0,
    })
  })

  it('every table has row-level security that binds its owner too, but the index of words, which holds none', async () => {
    const url = await (await server()).createDatabase()
    await open(url)
    const tables = await as(url, async (client) => {
      const { rows } = await client.query(`select relname, relrowsecurity and relforcerowsecurity as secured
        from pg_class where relnamespace = 'omamori'::regnamespace and relkind = 'r' and relname <> 'schema_version'`)
      return rows
    })
    expect(tables.length).toBe(tableNames.length + 1)
    expect(tables.filter((table) => !table.secured).map((table) => table.relname)).toEqual(['document_search'])
  })

  it('works for an owner who is no superuser, and then for a login that is the application alone', async () => {
    const url = await (await server()).createDatabase()
    const name = new URL(url).pathname.slice(1)
    await as(url, async (client) => {
      await client.query(`create role owner_of_ours login createrole; create role runner login`)
      await client.query(`alter database ${name} owner to owner_of_ours`)
    })
    const login = (user: string) => Object.assign(new URL(url), { username: user }).href
    const first = await open(login('owner_of_ours'))
    await addFacility(first, sample)
    await as(url, (client) => client.query('grant omamori_application to runner'))
    const second = await open(login('runner'))
    await addFacility(second, other)
    const all = await first.read('installation', (db) => db.selectFrom('facility').selectAll().execute())
    expect(all).toHaveLength(2)
  })

  it('a server that could lose what it acknowledged is refused', async () => {
    const url = await (await server()).createDatabase()
    const name = new URL(url).pathname.slice(1)
    await as(url, (client) => client.query(`alter database ${name} set synchronous_commit = off`))
    await expect(openStorage({ url })).rejects.toMatchObject({
      code: 'unsupported',
      facts: { needs: 'synchronous_commit=on', found: 'off' },
    })
    const careless = await startPostgres(['fsync=off'])
    const elsewhere = await careless.createDatabase()
    const opening = openStorage({ url: elsewhere })
    await expect(opening).rejects.toMatchObject({ code: 'unsupported', facts: { needs: 'fsync=on', found: 'off' } })
    await careless.stop()
  })

  it('a server that cannot be reached is said to be so', async () => {
    const opening = openStorage({ url: 'postgres://omamori@127.0.0.1:1/nowhere' })
    await expect(opening).rejects.toMatchObject({ code: 'unsupported', facts: { needs: 'database' } })
  })

  it('connections that the server ends are opened anew, and no change is lost or kept twice', async () => {
    const url = await (await server()).createDatabase()
    const storage = await open(url)
    const kept: string[] = []
    for (let round = 0; round < 5; round += 1) {
      const writes = Array.from({ length: 20 }, (_, index) => {
        const code = `round-${round}-${index}`
        return add(storage, code).then(
          () => void kept.push(code),
          (error) => expect(error).toMatchObject({ code: 'unreachable' }),
        )
      })
      await Promise.all([...writes, endConnections(url)])
    }
    await add(storage, 'at-last').catch(() => add(storage, 'at-last'))
    expect(await codesOf(storage).catch(() => codesOf(storage))).toEqual([...kept, 'at-last'].sort())
  })

  it('a server that falls while somebody reads refuses that read, and the next one finds it again', async () => {
    const url = await (await server()).createDatabase()
    const storage = await open(url)
    const reading = storage.read(sample, async (db) => {
      const count = db.selectFrom('one_time_code').select('code_hash')
      await count.execute()
      await endConnections(url)
      await new Promise((resolve) => setTimeout(resolve, 100))
      return count.execute()
    })
    await expect(reading).rejects.toMatchObject({ code: 'unreachable' })
    expect(await codesOf(storage)).toEqual([])
  })

  it('whole numbers that a number cannot hold are an error, never a wrong number', async () => {
    const url = await (await server()).createDatabase()
    const storage = await open(url)
    await as(url, (client) =>
      client.query(`insert into omamori.log_checkpoint (facility_id, origin, size, previous_size, note, created_at)
        values ('facility-a', 'log-1', 9007199254740993, 0, '', '')`),
    )
    const reading = storage.read(sample, (db) => db.selectFrom('log_checkpoint').select('size').execute())
    await expect(reading).rejects.toThrow('9007199254740993')
  })
})
