import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { sampleFacility, writeFacilityJson } from '#registry'
import { atPlatform, firstRun, folderForTests } from '../test/installation.ts'
import { omamoriHere } from '../test/running.ts'

const base = folderForTests()
const data = join(base, 'data')
beforeAll(async () => {
  await atPlatform({ data }, firstRun)
})

const run = (...words: readonly string[]) => omamoriHere(...words, '--data', data)

async function importWith(minLength: number): Promise<void> {
  const { sample: _, ...facility } = sampleFacility('2026-11-22')
  const policy = { minLength, mixedCharacters: true }
  const systems = facility.systems?.map((system) => ({ ...system, passwordPolicy: policy }))
  const file = join(base, 'clinic.json')
  writeFileSync(file, writeFacilityJson({ ...facility, systems }))
  expect((await run('import', '--facility', file, '--apply')).code).toBe(0)
}

it('without a snapshot one is due, and one that is not there is named', async () => {
  expect((await run('snapshot', 'list')).code).toBe(1)
  const refused = await run('snapshot', 'compare', '--before', '2020-1', '--after', '2020-2')
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('2020-1')
})

it('two are taken, listed and compared, with a reason for what became worse', async () => {
  await importWith(20)
  const before = JSON.parse((await run('snapshot', 'take', '--json')).stdout)
  await importWith(5)
  const { stdout, code } = await run('snapshot', 'take')
  expect(stdout).toContain(`${before.fiscalYear}-2`)
  expect(code).toBe(1)
  const list = await run('snapshot', 'list')
  expect(list.stdout.trim().split('\n')).toHaveLength(2)
  expect(list.code).toBe(0)
  const pair = ['--before', `${before.fiscalYear}-1`, '--after', `${before.fiscalYear}-2`]
  const compared = await run('snapshot', 'compare', ...pair)
  expect(compared.stdout).toContain('20文字 → 5文字')
  expect(compared.stdout).toContain('悪くなった')
  expect(compared.code).toBe(1)
  const shown = JSON.parse((await run('snapshot', 'compare', ...pair, '--json', '--lang', 'en')).stdout)
  expect(shown.requirements[0].changeName).toMatch(/^[a-z ]+$/)
  expect(shown.totals.C.worse).toBeGreaterThan(0)
})

it('what became better names the task that was done for it', async () => {
  const list = JSON.parse((await run('snapshot', 'list', '--json')).stdout)
  const [weak] = list.snapshots
  const added = JSON.parse((await run('task', 'add', '--requirement', '6.5.C-14-4', '--json')).stdout)
  await importWith(20)
  await run('task', 'change', '--task', added.task.taskId, '--state', 'done')
  const strong = JSON.parse((await run('snapshot', 'take', '--json')).stdout)
  const pair = ['--before', weak.snapshotId, '--after', strong.snapshotId]
  const { stdout } = await run('snapshot', 'compare', ...pair)
  expect(stdout).toContain(`用件「${added.task.title}」を`)
})
