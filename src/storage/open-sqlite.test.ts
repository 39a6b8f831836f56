import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, expect, it } from 'vitest'
import { openStorage, type StoragePlace } from './open-storage.ts'
import { connectSqlite, pragma } from './sqlite-connection.ts'
import { isAtLeast } from './sqlite-file.ts'
import type { Storage } from './storage.ts'

const base = mkdtempSync(join(tmpdir(), 'omamori-sqlite-'))
const opened: Storage[] = []
afterEach(async () => {
  for (const storage of opened.splice(0)) await storage.close()
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

const newDirectory = () => join(mkdtempSync(join(base, 'd-')), 'data')
const fileOf = (directory: string) => join(directory, 'omamori.sqlite')
const sample = { facilityId: 'facility-a' }

async function open(place: StoragePlace): Promise<Storage> {
  const storage = await openStorage(place)
  opened.push(storage)
  return storage
}

const addCode = (storage: Storage, codeHash: string) =>
  storage.write(sample, (change) =>
    change.db
      .insertInto('one_time_code')
      .values({
        facility_id: 'facility-a',
        code_hash: codeHash,
        purpose: 'x'.repeat(2_000),
        account_id: null,
        expires_at: '2026-11-22T00:00:00.000Z',
        used_at: null,
      })
      .execute(),
  )

async function directoryWithRows(): Promise<string> {
  const directory = newDirectory()
  const storage = await openStorage({ data: directory })
  await Promise.all(Array.from({ length: 60 }, (_, index) => addCode(storage, `code-${index}`)))
  await storage.close()
  return directory
}

it('a database whose first making was cut off by the power is made anew', async () => {
  const directory = newDirectory()
  mkdirSync(directory, { mode: 0o700 })
  const half = new DatabaseSync(fileOf(directory))
  half.exec('pragma page_size = 16384; create table half (made integer)')
  half.close()
  // https://www.sqlite.org/fileformat2.html#the_rollback_journal: no pages yet, and the file had none before.
  const journal = Buffer.alloc(512)
  journal.write('d9d505f920a163d7', 'hex')
  journal.writeUInt32BE(512, 20)
  journal.writeUInt32BE(16_384, 24)
  writeFileSync(`${fileOf(directory)}-journal`, journal)
  const storage = await open({ data: directory })
  await addCode(storage, '1')
})

it('the data directory is for this user alone, the files beside the database too', async () => {
  const directory = newDirectory()
  const storage = await open({ data: directory })
  await addCode(storage, '1')
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  for (const name of ['omamori.sqlite', 'omamori.sqlite-wal', 'omamori.sqlite-shm', 'lock.sqlite']) {
    expect(statSync(join(directory, name)).mode & 0o777, name).toBe(0o600)
  }
})

it('every connection has the settings that durability and the guards depend on', async () => {
  const directory = await directoryWithRows()
  const wanted = {
    page_size: 16_384,
    journal_mode: 'wal',
    synchronous: 3,
    secure_delete: 1,
    foreign_keys: 1,
    trusted_schema: 0,
    recursive_triggers: 1,
  }
  for (const use of ['write', 'read'] as const) {
    const connection = connectSqlite(fileOf(directory), use)
    const found = Object.keys(wanted).map((name) => [name, pragma(connection.database, name)])
    connection.close()
    expect(Object.fromEntries(found)).toEqual(wanted)
  }
})

it('a database with other settings than ours is refused, not adjusted', async () => {
  const directory = await directoryWithRows()
  const database = new DatabaseSync(fileOf(directory))
  database.exec('pragma journal_mode = delete')
  database.close()
  await expect(open({ data: directory })).rejects.toMatchObject({
    code: 'unsupported',
    facts: { needs: 'journal_mode=wal' },
  })
})

it('a second opening of the same directory is refused while the first one lasts', async () => {
  const directory = newDirectory()
  const storage = await openStorage({ data: directory })
  await expect(open({ data: directory })).rejects.toMatchObject({ code: 'locked', facts: { directory } })
  await storage.close()
  expect((await open({ data: directory })).engine).toBe('sqlite')
})

it('a damaged database is refused as corrupt, with its name and the way out, and is left as it is', async () => {
  const damages: Record<string, (file: string) => void> = {
    'no database at all': (file) => writeFileSync(file, 'これはデータベースではありません'.repeat(1_000)),
    'cut off': (file) => truncateSync(file, 16_384 * 3),
    'its structure overwritten': (file) => {
      const bytes = readFileSync(file)
      bytes.fill(0xa5, 16_384 * 2, 16_384 * 2 + 64)
      writeFileSync(file, bytes)
    },
    'another program’s': (file) => {
      rmSync(file)
      const database = new DatabaseSync(file)
      database.exec(
        'pragma page_size = 16384; pragma journal_mode = wal; create table schema_version (position, name, format)',
      )
      database.close()
    },
  }
  for (const [damage, apply] of Object.entries(damages)) {
    const directory = await directoryWithRows()
    const file = fileOf(directory)
    apply(file)
    const before = readFileSync(file)
    await expect(open({ data: directory }), damage).rejects.toMatchObject({
      code: 'corrupt',
      facts: { what: 'database', file, wayOut: 'restore-from-backup' },
    })
    expect(readFileSync(file).equals(before), damage).toBe(true)
  }
})

it('damage that is met while reading is reported as corrupt too', async () => {
  const directory = await directoryWithRows()
  const storage = await open({ data: directory })
  const file = fileOf(directory)
  // Written through another connection's back, as a failing disk would.
  const script = `const fs = require('fs'); const f = fs.openSync(${JSON.stringify(file)}, 'r+');
    const size = fs.fstatSync(f).size; fs.writeSync(f, Buffer.alloc(size - 16384, 0xa5), 0, size - 16384, 16384)`
  execFileSync(process.execPath, ['-e', script])
  const reading = storage.read(sample, (db) => db.selectFrom('one_time_code').selectAll().execute())
  await expect(reading).rejects.toMatchObject({ code: 'corrupt', facts: { file } })
})

it('versions are compared part by part', () => {
  expect(isAtLeast('3.51.3', [3, 51, 3])).toBe(true)
  expect(isAtLeast('3.53.0', [3, 51, 3])).toBe(true)
  expect(isAtLeast('4.0.0', [3, 51, 3])).toBe(true)
  expect(isAtLeast('3.51.2', [3, 51, 3])).toBe(false)
  expect(isAtLeast('3.9.9', [3, 51, 3])).toBe(false)
})
