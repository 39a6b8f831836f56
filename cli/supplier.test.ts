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

it('a reminder is kept with its way and day; a way that is none is refused, and nothing is kept', async () => {
  const { suppliers } = JSON.parse((await run('sheets', '--json')).stdout)
  const sheet = suppliers.flatMap(({ sheets }: { sheets: { number: number }[] }) => sheets)[0]
  const remind = ['remind', '--sheet', String(sheet.number), '--json'] as const
  const refused = await run(...remind, '--way', 'pigeon')
  expect([refused.code, refused.stdout]).toEqual([2, ''])
  const { reminders } = JSON.parse((await run(...remind, '--way', 'phone')).stdout)
  expect(reminders).toMatchObject([{ way: 'phone' }])
  expect((await run('remind', '--sheet', '9999', '--way', 'phone')).code).toBe(2)
})

it('a link for answers is shown once, listed without its secret, and closed by the first letters of its number', async () => {
  const { suppliers } = JSON.parse((await run('sheets', '--json')).stdout)
  const [{ supplierId }] = suppliers
  const { linkId, path } = JSON.parse((await run('link', '--supplier', supplierId, '--json')).stdout)
  expect(path).toMatch(/^\/answer#\S{40,}$/)
  const listed = await run('sheets')
  expect(listed.stdout).toContain(linkId.slice(0, 8))
  expect(listed.stdout).not.toContain(path.split('#')[1])
  expect((await run('unlink', '--link', 'nowhere')).code).toBe(2)
  const closed = await run('unlink', '--link', linkId.slice(0, 8))
  expect([closed.code, closed.stdout]).toEqual([0, expect.stringContaining('リンクを閉じました')])
  expect((await run('sheets')).stdout).not.toContain(linkId.slice(0, 8))
})
