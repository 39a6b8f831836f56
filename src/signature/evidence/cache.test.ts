import { mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCache } from './cache.ts'

const now = Date.parse('2026-11-23T00:00:00Z')
const day = 86_400_000
const list = Buffer.from('a list\nof two lines')
const folderOf = () => mkdtempSync(join(tmpdir(), 'cache-'))

test('what was fetched is there until its day, and dropped then', async () => {
  const folder = folderOf()
  const cache = await openCache(folder)
  await cache.keep('http://a.example/', list, now + day, now)
  expect(await cache.read('http://a.example/', now)).toEqual(list)
  expect(await cache.read('http://b.example/', now)).toBeNull()
  expect(await (await openCache(folder)).read('http://a.example/', now + day - 1)).toEqual(list)
  expect(await cache.read('http://a.example/', now + day)).toBeNull()
  expect(readdirSync(folder)).toEqual([])
})

test('what has ended is not kept, and what speaks for years is kept for a week', async () => {
  const folder = folderOf()
  const cache = await openCache(folder)
  await cache.keep('old', list, now, now)
  expect(readdirSync(folder)).toEqual([])
  await cache.keep('long', list, now + 5_000 * day, now)
  expect(await cache.read('long', now + 7 * day - 1)).toEqual(list)
  expect(await cache.read('long', now + 7 * day)).toBeNull()
})

test.each([
  ['half of it is gone', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
  ['an octet is another', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('X')])],
  ['it is empty', () => Buffer.alloc(0)],
  ['it is something else', () => Buffer.from('null\nwhatever')],
  ['it is of another address', (bytes: Buffer) => Buffer.from(bytes.toString().replace('one', 'two'))],
])('an entry is dropped when %s', async (_what, damage) => {
  const folder = folderOf()
  const cache = await openCache(folder)
  await cache.keep('one', list, now + day, now)
  const [name = ''] = readdirSync(folder)
  writeFileSync(join(folder, name), damage(readFileSync(join(folder, name))))
  expect(await cache.read('one', now)).toBeNull()
  expect(readdirSync(folder)).toEqual([])
})

test('it never grows beyond its bound: the oldest goes, and nothing else in the folder', async () => {
  const folder = folderOf()
  const cache = await openCache(folder, 700)
  writeFileSync(join(folder, 'note.txt'), 'x'.repeat(1_000))
  const known = new Set<string>()
  for (const [i, key] of ['first', 'second', 'third'].entries()) {
    await cache.keep(key, Buffer.alloc(200), now + day, now)
    for (const name of readdirSync(folder).filter((one) => !known.has(one))) {
      known.add(name)
      utimesSync(join(folder, name), i + 1, i + 1)
    }
  }
  const there = await Promise.all(['first', 'second', 'third'].map((key) => cache.read(key, now)))
  expect(there.map((one) => one !== null)).toEqual([false, true, true])
  expect(readdirSync(folder)).toContain('note.txt')
})
