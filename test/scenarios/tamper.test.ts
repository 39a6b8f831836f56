import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { openPlatform, type Platform } from '#platform'
import { buildApp } from '../../server/app.ts'
import { makeLogger } from '../../server/serve.ts'
import { atPlatform, firstRun, folderForTests } from '../installation.ts'
import { omamori, omamoriHere } from '../running.ts'

const base = folderForTests()
const data = join(base, 'whole')
const tables = ['log', 'log_entry', 'log_tile', 'log_checkpoint'] as const
let facilityId = ''
let cookie = ''

/** A small installation with a dozen entries: first run, a few changes, one refusal. */
beforeAll(async () => {
  await atPlatform({ data }, async (platform) => {
    const ran = await firstRun(platform)
    const { administrator } = ran
    facilityId = administrator.facilityId
    cookie = ran.cookie
    for (const name of ['受付の端末', '診察室の端末', '検査室の端末']) {
      await platform.registry.createItem(consoleCaller(facilityId), { kind: 'terminal', item: { name } })
    }
    await platform.access.noteRefusal(administrator, 'facility.create')
  })
})

/** A copy whose guards are off, as somebody has it who owns the file. */
function copyWithoutGuards(name: string): { readonly data: string; readonly database: DatabaseSync } {
  const copy = join(base, name)
  cpSync(data, copy, { recursive: true })
  const file = join(copy, 'omamori.sqlite')
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false, defensive: false })
  const triggers = database.prepare("select name from sqlite_schema where type = 'trigger'").all()
  for (const { name } of triggers) database.exec(`drop trigger ${name}`)
  return { data: copy, database }
}

type Value = string | number | bigint | null | Uint8Array

/** The same value, a little different; where there was none, there is one. */
function altered(column: string, value: Value): Value {
  if (value === null) return column === 'detail' ? new Uint8Array([1]) : 'x'
  if (typeof value === 'string') return `${value}x`
  if (!(value instanceof Uint8Array)) return Number(value) + 1000
  const middle = value.length >> 1
  return value.map((byte, index) => (index === middle ? byte ^ 1 : byte))
}

/** Puts one row in the place of another. */
function put(database: DatabaseSync, table: string, old: Record<string, Value>, row: Record<string, Value>): void {
  const columns = Object.keys(row)
  const set = columns.map((column) => `${column} = ?`).join(', ')
  const where = columns.map((column) => `${column} is ?`).join(' and ')
  const update = database.prepare(`update ${table} set ${set} where ${where}`)
  expect(update.run(...Object.values(row), ...Object.values(old)).changes).toBe(1)
}

describe('every column of every row of the journal', () => {
  let copy: ReturnType<typeof copyWithoutGuards>
  let platform: Platform
  beforeAll(async () => {
    copy = copyWithoutGuards('columns')
    platform = await openPlatform({ data: copy.data, onlyReading: true })
  })
  afterAll(async () => {
    await platform.close()
    copy.database.close()
  })
  const verify = () => platform.journal.verify(consoleCaller(facilityId))

  it('untouched, nothing is found', async () => {
    expect(await verify()).toMatchObject({ findings: [], leftOut: 0 })
    expect((await verify()).entries).toBeGreaterThan(7)
  })

  it.each(tables)('changed in %s, is found', async (table) => {
    const { database } = copy
    const rows = database.prepare(`select * from ${table}`).all() as Record<string, Value>[]
    const unnoticed: string[] = []
    for (const row of rows) {
      for (const column of Object.keys(row)) {
        const other = { ...row, [column]: altered(column, row[column] ?? null) }
        put(database, table, row, other)
        const { findings } = await verify()
        put(database, table, other, row)
        const isNamed =
          table !== 'log_entry' || findings.some(({ index }) => index === Number(row.entry_id) % 4294967296)
        if (findings.length === 0 || !isNamed) unnoticed.push(`${table}.${column}`)
      }
    }
    expect(rows.length).toBeGreaterThan(0)
    expect(unnoticed).toEqual([])
  })

  it('taken out, is found', async () => {
    const { database } = copy
    database.exec('create table kept as select * from log_entry')
    const unnoticed: unknown[] = []
    for (const { entry_id } of database.prepare('select entry_id from kept').all()) {
      const entry_index = Number(entry_id) % 4294967296
      database.exec(`delete from log_entry where entry_id = ${entry_id}`)
      const { findings } = await verify()
      database.exec(`insert into log_entry select * from kept where entry_id = ${entry_id}`)
      if (!findings.some(({ index }) => index === entry_index)) unnoticed.push(entry_index)
    }
    expect(unnoticed).toEqual([])
  })
})

describe('a verification', () => {
  const todayOf = async (data: string) =>
    atPlatform({ data }, async (platform) => {
      const app = await buildApp({ platform, hosts: ['localhost'], logger: makeLogger('silent'), tls: false })
      const headers = { host: 'localhost:8420', cookie: `omamori_session=${cookie}` }
      const answer = await app.inject({ method: 'GET', url: '/api/v1/today', headers })
      await app.close()
      expect(answer.statusCode, answer.body).toBe(200)
      return answer.json()
    })
  const verifyAt = (data: string) =>
    atPlatform({ data }, (platform) => platform.journal.verify(consoleCaller(facilityId)))

  it('is written down, and the home page still knows of it after a restart', async () => {
    const { data, database } = copyWithoutGuards('audited')
    database.close()
    expect((await todayOf(data)).board).toContainEqual(expect.objectContaining({ key: 'journal', state: 'unknown' }))
    await verifyAt(data)
    const today = await todayOf(data)
    expect(today.board).toContainEqual(expect.objectContaining({ key: 'journal', state: 'met' }))
    expect(today.alarm).toBeUndefined()
  })

  it('that found something raises an alarm on the home page', async () => {
    const { data, database } = copyWithoutGuards('alarmed')
    database.exec("update log_entry set detail = x'00' where entry_id % 4294967296 = 5")
    await verifyAt(data)
    const today = await todayOf(data)
    expect(today.alarm.detail).toContain('5 番の記録')
    expect(today.board).toContainEqual(expect.objectContaining({ key: 'journal', state: 'not-met' }))
    database.close()
  })
})

describe('`omamori ledger verify`', () => {
  it('says how many entries an untouched history has, and ends with 0', async () => {
    const { code, stdout } = await omamori('ledger', 'verify', '--data', data)
    expect(stdout).toMatch(/^\d+件の記録に、書き換えは見つかりませんでした。\n$/)
    expect(code).toBe(0)
  })

  it('names the entry that somebody changed, in both languages and for programs, and ends with 1', async () => {
    const { data, database } = copyWithoutGuards('changed')
    database.exec("update log_entry set detail = x'00' where entry_id % 4294967296 = 5")
    database.close()
    const ja = await omamori('ledger', 'verify', '--data', data)
    expect(ja.stdout).toContain('の 5 番の記録: 詳細が書き換えられています')
    const en = await omamoriHere('ledger', 'verify', '--data', data, '--lang', 'en')
    expect(en.stdout).toContain('entry 5: the detail was changed')
    const json = await omamori('ledger', 'verify', '--data', data, '--json')
    expect(JSON.parse(json.stdout)).toMatchObject({
      format: 'journal-report@1',
      findings: [{ code: 'detail-differs', index: 5, facts: { bytes: 1 } }],
    })
    expect([ja.code, en.code, json.code]).toEqual([1, 1, 1])
  })

  it.each([
    [
      'the bytes of an entry',
      'update log_entry set entry = (select entry from log_entry where entry_id % 4294967296 = 2)',
      4,
    ],
    ['the words of an entry', 'update log_entry set detail = zeroblob(length(detail))', 4],
    ['an entry as a whole', 'delete from log_entry', 4],
  ])('notices %s', async (name, sql, entry) => {
    const { data, database } = copyWithoutGuards(name)
    database.exec(`${sql} where entry_id % 4294967296 = ${entry}`)
    database.close()
    const { code, stdout } = await omamoriHere('ledger', 'verify', '--data', data)
    expect(stdout).toContain(`の ${entry} 番の記録`)
    expect(code).toBe(1)
  })

  it('changes nothing of what it looks at', async () => {
    const before = readFileSync(join(data, 'omamori.sqlite'))
    await omamoriHere('ledger', 'verify', '--data', data)
    expect(readFileSync(join(data, 'omamori.sqlite')).equals(before)).toBe(true)
  })
})
