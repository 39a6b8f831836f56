import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { sampleFacility, writeFacilityJson } from '#registry'
import { atPlatform, firstRun, folderForTests } from '../test/installation.ts'
import { omamoriHere } from '../test/running.ts'

const base = folderForTests()
const data = join(base, 'data')
const run = (...words: readonly string[]) => omamoriHere(...words, '--data', data)

beforeAll(async () => {
  await atPlatform({ data }, firstRun)
  const { sample: _, ...facility } = sampleFacility('2026-11-22')
  const file = join(base, 'clinic.json')
  writeFileSync(file, writeFacilityJson(facility))
  expect((await run('import', '--facility', file, '--apply')).code).toBe(0)
})

it('without tasks there is nothing late', async () => {
  const { stdout, code } = await run('task', 'list')
  expect([stdout.trim(), code]).toEqual(['見つかりませんでした。', 0])
})

it('a gap becomes a task, filled in, and is changed and closed by the first letters of its number', async () => {
  const added = await run('task', 'add', '--requirement', '6.5.C-14-4', '--cost', '330000', '--json')
  const { task, owner } = JSON.parse(added.stdout)
  expect([task.cost, task.standing, owner.name, added.code]).toEqual([330_000, 'waiting', expect.any(String), 0])
  const twice = await run('task', 'add', '--requirement', '6.5.C-14-4')
  expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('同じものがすでにあります')])
  const number = task.taskId.slice(0, 8)
  const late = await run('task', 'change', '--task', number, '--due', 'R2.4.1')
  expect([late.code, late.stdout]).toEqual([1, expect.stringMatching(/2020-04-01 {2}\d+日遅れ/)])
  expect((await run('task', 'list')).code).toBe(1)
  const done = await run('task', 'change', '--task', number, '--state', 'done')
  expect([done.code, done.stdout]).toEqual([0, expect.stringContaining('点検ではまだ')])
  expect((await run('task', 'list')).code).toBe(0)
  expect((await run('task', 'list', '--all', '--lang', 'en')).stdout).toContain('done')
})

it('what is written by hand needs a title, and dropping needs a reason', async () => {
  expect((await run('task', 'add')).code).toBe(2)
  const added = await run('task', 'add', '--title', 'ルーターを取り替える', '--json')
  const number = JSON.parse(added.stdout).task.taskId.slice(0, 8)
  expect((await run('task', 'change', '--task', number, '--state', 'dropped')).code).toBe(2)
  const dropped = await run('task', 'change', '--task', number, '--state', 'dropped', '--note', '要らなくなった')
  expect([dropped.code, dropped.stdout]).toEqual([0, expect.stringContaining('取りやめ')])
})

it.each([
  ['--due', 'いつか'],
  ['--cost', 'たぶん'],
  ['--owner', 'p-99'],
])('%s %s is refused, and nothing is kept', async (option, value) => {
  expect((await run('task', 'add', '--title', '見本', option, value)).code).toBe(2)
  expect((await run('task', 'list')).stdout).not.toContain('見本')
})
