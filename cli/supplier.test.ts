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
  const { sample: _, ...facility } = sampleFacility(new Date().toISOString().slice(0, 10))
  const file = join(base, 'clinic.json')
  writeFileSync(file, writeFacilityJson(facility))
  await omamoriHere('import', '--facility', file, '--apply', '--data', data)
})

const run = (...words: readonly string[]) => omamoriHere('supplier', ...words, '--data', data)

it('suppliers with something to ask are listed, and a due day that is over is refused', async () => {
  const { code, stdout } = await run('sheets', '--json')
  expect(code).toBe(1)
  const { suppliers } = JSON.parse(stdout)
  const asked = suppliers.find(({ toAsk }: { toAsk: number }) => toAsk > 0)
  const refused = await run('issue', '--supplier', asked.supplierId, '--due', 'H30.1.1')
  expect(refused.code).toBe(2)
})

it('a sheet is issued and answered by its code; the same answer again changes nothing, and a wrong code is named', async () => {
  const { suppliers } = JSON.parse((await run('sheets', '--json')).stdout)
  const asked = suppliers.find(({ toAsk }: { toAsk: number }) => toAsk > 0)
  const issued = JSON.parse(
    (await run('issue', '--supplier', asked.supplierId, '--due', '2999-01-01', '--json')).stdout,
  )
  const sheet = String(issued.number)
  const { code } = issued.questions[0]
  const answer = ['answer', '--sheet', sheet, '--by', '例題 一郎'] as const
  expect((await run(...answer, '--code', code, '--value', '分からない')).stdout).toContain('1')
  const again = JSON.parse((await run(...answer, '--code', code, '--value', '分からない', '--json')).stdout)
  expect(again).toMatchObject({ kept: 0, same: 1 })
  const wrong = await run(...answer, '--code', 'AAAAB', '--value', 'はい')
  expect([wrong.code, wrong.stderr.includes('AAAAB')]).toEqual([2, true])
  expect((await run('sheets')).stdout).toContain(`第${sheet}号`)
})
