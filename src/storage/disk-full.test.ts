import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, it } from 'vitest'
import { openStorage } from './open-storage.ts'
import { refusalOf } from './sqlite-errors.ts'

const base = mkdtempSync(join(tmpdir(), 'omamori-full-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const script = join(import.meta.dirname, 'testing-writer.ts')
const sample = { facilityId: 'facility-a' }

it('a disk without room refuses the change and keeps nothing of it; reading goes on, and so does writing once there is room', async () => {
  const directory = join(base, 'data')
  await (await openStorage({ data: directory })).close()
  // A limit on the size of the files that the process may write makes its writes fail half-way, as a full disk does.
  const limited = ['--fsize=1500000:unlimited', process.execPath, script, directory, 'full']
  const child = spawn('prlimit', limited, { stdio: ['pipe', 'pipe', 'inherit'] })
  const kept: string[] = []
  let refusal: unknown
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, rest = ''] = [line.split(' ', 1)[0], line.slice(line.indexOf(' ') + 1)]
    if (word === 'kept') kept.push(rest)
    if (word === 'refused') {
      refusal = { ...JSON.parse(rest), acknowledged: kept.length }
      execFileSync('prlimit', ['--pid', String(child.pid), '--fsize=unlimited:unlimited'])
      child.stdin.write('go on\n')
    }
    if (word === 'closed') break
  }
  const acknowledged = kept.length - 1
  expect(refusal).toMatchObject({ code: 'read-only', readable: acknowledged, acknowledged })
  expect(acknowledged).toBeGreaterThan(10)
  expect(kept.at(-1)).toBe('full-again')
  const storage = await openStorage({ data: directory })
  const rows = await storage.read(sample, (db) => db.selectFrom('one_time_code').select('code_hash').execute())
  await storage.close()
  expect(rows.map((row) => row.code_hash).sort()).toEqual([...kept].sort())
  expect(existsSync(join(directory, 'omamori.sqlite-wal'))).toBe(false)
})

it('SQLite saying that the disk is full becomes a refusal that says so', () => {
  const database = new DatabaseSync(':memory:')
  database.exec('create table t (x blob); pragma max_page_count = 10')
  let refusal: unknown
  try {
    database.exec('insert into t values (zeroblob(100000))')
  } catch (error) {
    refusal = refusalOf(error, 'omamori.sqlite')
  }
  expect(refusal).toMatchObject({ code: 'read-only', facts: { reason: 'disk-full', file: 'omamori.sqlite' } })
})
