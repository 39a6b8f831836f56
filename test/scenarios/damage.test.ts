import { closeSync, cpSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { sampleFacility } from '#registry'
import { atPlatform, firstRun, folderForTests } from '../installation.ts'
import { omamori, omamoriHere, startServer } from '../running.ts'

const base = folderForTests()
const whole = join(base, 'whole')
const PAGE = 16 * 1024

const fileOf = (data: string) => join(data, 'omamori.sqlite')

beforeAll(async () => {
  await atPlatform({ data: whole }, async (platform) => {
    const { administrator } = await firstRun(platform)
    const { sample: _, ...facility } = sampleFacility('2026-11-22')
    await platform.registry.replaceFacility(consoleCaller(administrator.facilityId), facility)
  })
})

/** Writes noise over some pages; the first page, with the header, is spared unless it is named. */
function overwrite(file: string, pages: readonly number[]): void {
  const handle = openSync(file, 'r+')
  for (const page of pages) writeSync(handle, Buffer.alloc(PAGE, `page ${page} `), 0, PAGE, page * PAGE)
  closeSync(handle)
}

const damages: readonly (readonly [string, (file: string) => void])[] = [
  ['a page in the middle is overwritten', (file) => overwrite(file, [7])],
  ['the first page is overwritten', (file) => overwrite(file, [0])],
  ['half of it is cut off', (file) => truncateSync(file, readFileSync(file).length >> 1)],
  ['a text stands in its place', (file) => writeFileSync(file, 'みほん診療所\n'.repeat(5000))],
  ['all of it is zeros', (file) => writeFileSync(file, Buffer.alloc(readFileSync(file).length))],
  ['nothing of it is left', (file) => truncateSync(file, 0)],
]

describe.each(damages)('a database file of which %s', (name, damage) => {
  const data = join(base, name)
  let damaged: Buffer
  beforeAll(() => {
    cpSync(whole, data, { recursive: true })
    damage(fileOf(data))
    damaged = readFileSync(fileOf(data))
  })

  it.each([['ledger', 'verify'], ['user', 'list'], ['export'], ['serve', '--port', '0']])(
    'is refused by `omamori %s`, says the way out and stays as it is',
    async (...words) => {
      const { code, stderr } = await omamoriHere(...words.filter((word) => word !== undefined), '--data', data)
      expect(stderr).toContain('データベースが壊れています。')
      expect(stderr).toContain('上書きはしていません。')
      expect(stderr).toContain('最後のバックアップを戻してください。')
      expect(stderr).toContain(fileOf(data))
      expect(stderr).not.toMatch(/^\s+at /m)
      expect(code).toBe(3)
      expect(readFileSync(fileOf(data)).equals(damaged)).toBe(true)
    },
  )
})

it('the refusal of a damaged database is the same in English and in a process of its own', async () => {
  const data = join(base, 'english')
  cpSync(whole, data, { recursive: true })
  overwrite(fileOf(data), [3, 4, 5])
  const { code, stderr } = await omamori('ledger', 'verify', '--data', data, '--lang', 'en')
  expect(stderr).toMatch(/^The database is damaged. Nothing was overwritten. Copy the folder as it is, then restore/)
  expect(code).toBe(3)
})

it('a server under which the file is damaged answers that the database is corrupt, and writes nothing more', async () => {
  const data = join(base, 'served')
  await (await startServer('--sample', '--data', data)).stop()
  const server = await startServer('--sample', '--data', data)
  try {
    const headers = { 'x-omamori': '1', origin: server.address }
    const entered = await fetch(`${server.address}/api/v1/session/sample`, { method: 'POST', headers })
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const file = fileOf(data)
    overwrite(file, [...Array(readFileSync(file).length / PAGE).keys()].slice(1))
    const answer = await fetch(`${server.address}/api/v1/journal`, { headers: { cookie } })
    expect(await answer.json()).toMatchObject({ code: 'corrupt', title: 'データベースが壊れています。', status: 503 })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  } finally {
    await server.stop()
  }
})
