import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPostgres, startPostgres, type TestServer } from '../../../storage/testing-postgres.ts'
import {
  codesOf,
  copyOf,
  encrypted,
  type Fault,
  filesBelow,
  flip,
  folderOfTests,
  hasProgram,
  largest,
  NIGHTS,
  planFor,
  remove,
  rewrite,
  rows,
  stateOfFolder,
  touch,
  truncate,
  verify,
} from '../../testing/real-places.ts'

const found = findPostgres() && hasProgram('pg_dump') && hasProgram('pg_restore')
const day = (night: number) => new Date(Date.parse(NIGHTS[night] ?? '') + 9 * 3_600_000).toISOString().slice(0, 10)

describe.skipIf(!found)('dumps of PostgreSQL (needs postgresql)', () => {
  const [plain, custom, abroad] = [folderOfTests(), folderOfTests(), folderOfTests()]
  let server: TestServer
  beforeAll(async () => {
    server = await startPostgres()
    const url = await server.createDatabase()
    const client = new pg.Client(url)
    await client.connect()
    await client.query(
      `create table karte as select n, md5(n::text) || repeat('診療', n % 9) as note from generate_series(1, 3000) n`,
    )
    await client.end()
    for (const [night, instant] of NIGHTS.entries()) {
      const file = join(plain, `emr-${day(night)}.sql${night % 2 === 0 ? '' : '.gz'}`)
      execFileSync('sh', ['-c', `pg_dump "$1" ${night % 2 === 0 ? '' : '| gzip'} > "$2"`, 'sh', url, file])
      touch(file, instant)
    }
    const env = { ...process.env, TZ: 'Asia/Tokyo' }
    execFileSync('pg_dump', ['-Fc', '-f', join(custom, 'emr-1.dump'), url], { env })
    execFileSync('pg_dump', ['-Fd', '-f', join(custom, 'emr-2'), url], { env })
    execFileSync('pg_dump', ['-Fc', '-f', join(abroad, 'emr-1.dump'), url], { env: { ...env, TZ: 'UTC' } })
  })
  afterAll(async () => {
    await server.stop()
    for (const folder of [plain, custom, abroad]) remove(folder)
  })

  // Sizes of packed and plain dumps differ by design here.
  const change = { plan: { change: { shrink: 0.99, grow: 100 } } }

  test('sound ones are found sound, and are left as they were', async () => {
    const before = stateOfFolder(plain)
    expect(codesOf(await verify(planFor({ engine: 'pg-dump', path: plain }, change)))).toEqual([])
    expect(stateOfFolder(plain)).toBe(before)
  })

  const sql = (path: string, night: number) => join(path, `emr-${day(night)}.sql${night % 2 === 0 ? '' : '.gz'}`)
  const faults: readonly Fault[] = [
    ['a plain dump that was cut', 'generation-damaged', (path) => truncate(sql(path, 2), 0.9)],
    ['a packed dump that was cut', 'generation-damaged', (path) => truncate(sql(path, 3))],
    ['a packed dump with one bit flipped', 'generation-damaged', (path) => flip(sql(path, 1), 0.6)],
    ['a plain dump that was encrypted', 'content-encrypted', (path) => rewrite(sql(path, 2), encrypted(90_000))],
    ['a packed dump that was encrypted', 'content-encrypted', (path) => rewrite(sql(path, 3), encrypted(90_000))],
    ['a night that is missing', 'gap', (path) => rmSync(sql(path, 2))],
    ['a dump from the future', 'from-the-future', (path) => touch(sql(path, 3), '2027-01-01T00:00:00Z')],
  ]
  test.each(rows(faults))('$name: $code', async ({ code, make }) => {
    const path = copyOf(plain)
    make(path)
    expect(codesOf(await verify(planFor({ engine: 'pg-dump', path }, change)))).toContain(code)
    remove(join(path, '..'))
  })

  const own = (path: string) =>
    verify(planFor({ engine: 'pg-dump', path }, change), { clock: { now: () => new Date().toISOString() } })

  test('dumps in PostgreSQL’s own formats are read to their end, and say themselves when they were made', async () => {
    const generations = (await own(custom)).plans[0]?.places[0]?.generations ?? []
    expect(generations.map(({ id, integrity }) => [id, integrity])).toEqual([
      ['emr-1.dump', 'intact'],
      ['emr-2', 'intact'],
    ])
    expect(Math.abs(Date.parse(generations[0]?.takenAt ?? '') - Date.now())).toBeLessThan(600_000)
  })

  test('a dump made under a clock of UTC seems nine hours older, never younger', async () => {
    const [generation] = (await own(abroad)).plans[0]?.places[0]?.generations ?? []
    expect(Math.abs(Date.parse(generation?.takenAt ?? '') + 9 * 3_600_000 - Date.now())).toBeLessThan(600_000)
  })

  const ownFaults: readonly Fault[] = [
    ['a dump that was cut', 'generation-damaged', (path) => truncate(join(path, 'emr-1.dump'))],
    ['a dump that was encrypted', 'content-encrypted', (path) => rewrite(join(path, 'emr-1.dump'), encrypted(90_000))],
    ['a folder that lacks a table', 'generation-damaged', (path) => rmSync(largest(filesBelow(join(path, 'emr-2'))))],
    [
      'a folder whose table was cut',
      'generation-damaged',
      (path) => truncate(largest(filesBelow(join(path, 'emr-2')))),
    ],
  ]
  test.each(rows(ownFaults))('$name: $code', async ({ code, make }) => {
    const path = copyOf(custom)
    make(path)
    expect(codesOf(await own(path))).toContain(code)
    expect(readFileSync(join(custom, 'emr-1.dump')).subarray(0, 5).toString()).toBe('PGDMP')
    remove(join(path, '..'))
  })
})
