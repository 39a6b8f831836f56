import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { sampleFacility, writeFacilityJson } from '#registry'
import { atPlatform, firstRun, folderForTests } from '../test/installation.ts'
import { omamoriHere } from '../test/running.ts'

const base = folderForTests()
const data = join(base, 'data')
const run = (...words: readonly string[]) => omamoriHere(...words, '--data', data)
const october = ['--from', 'R2.10.1', '--until', 'R2.10.31', '--on', 'R2.11.5', '--by', 'p-01'] as const

beforeAll(async () => {
  await atPlatform({ data }, firstRun)
  const { sample: _, ...facility } = sampleFacility('2020-11-22')
  const file = join(base, 'clinic.json')
  writeFileSync(file, writeFacilityJson(facility))
  expect((await run('import', '--facility', file, '--apply')).code).toBe(0)
})

it('a log that nobody looked through is said to be so, and the command ends with 1', async () => {
  const { stdout, code } = await run('log-review', 'list')
  expect([code, stdout]).toEqual([1, expect.stringMatching(/31日.*\nお守りの証跡 {2}まだ確かめていません/)])
})

it('what of our own journal deserves a look is counted line by line', async () => {
  const { stdout, code } = await run('log-review', 'look', '--from', '2026-01-01', '--until', '2026-12-31', '--json')
  const counts = Object.fromEntries(
    JSON.parse(stdout).lines.map(({ code, count }: { code: string; count: number }) => [code, count]),
  )
  expect([counts['sign-in-failed'], Object.keys(counts).length, code]).toEqual([0, expect.any(Number), 0])
})

it('a review is recorded, listed, and corrected by the first letters of its number', async () => {
  const recorded = await run('log-review', 'record', ...october, '--system', 'emr', '--looked-at', '時間外', '--json')
  const review = JSON.parse(recorded.stdout)
  expect([review.number, review.systems[0].id, review.reviewer.personId, recorded.code]).toEqual([1, 'emr', 'p-01', 0])
  const found = [
    '--findings',
    '深夜の参照',
    '--task',
    '本人に確かめる',
    '--owner',
    'p-01',
    '--due',
    'R2.11.30',
  ] as const
  const corrects = ['--corrects', review.reviewId.slice(0, 8)] as const
  const second = await run(
    'log-review',
    'record',
    ...october,
    '--system',
    'emr',
    '--looked-at',
    '夜',
    ...found,
    ...corrects,
  )
  expect([second.code, second.stdout]).toEqual([0, expect.stringContaining('気になることがあった')])
  expect((await run('log-review', 'list')).stdout).toContain('第2号で訂正')
  expect((await run('task', 'list')).stdout).toContain('本人に確かめる')
})

it.each([
  ['--system', 'nowhere'],
  ['--owner', 'p-01', '--task', '題だけ'],
  ['--corrects', 'nowhere'],
])('%s %s … is refused, and nothing is kept', async (...wrong) => {
  const before = (await run('log-review', 'list')).stdout
  expect((await run('log-review', 'record', ...october, '--looked-at', '夜', ...wrong)).code).toBe(2)
  expect((await run('log-review', 'list')).stdout).toBe(before)
})
