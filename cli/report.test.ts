import { readFileSync, writeFileSync } from 'node:fs'
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

it("the director's page is said in a few lines, for machines, and printed; it ends with 1 while something is to be done", async () => {
  const pdf = join(base, 'director.pdf')
  const said = await run('report', 'director', '--pdf', pdf)
  expect([said.code, readFileSync(pdf).subarray(0, 5).toString()]).toEqual([1, '%PDF-'])
  expect(said.stdout).toMatch(/^みほん浜診療所 {2}\d{4}-\d\d-\d\d\n直すことが\d+件あります。\n● \d+ {2}▲ \d+ {2}？ \d+/)
  const { counts, verdict } = JSON.parse((await run('report', 'director', '--json')).stdout)
  expect([verdict.code, counts.C.unknown > 0]).toEqual(['act', true])
})

it('the sheets are of everybody, or of one person', async () => {
  const pdf = join(base, 'charges.pdf')
  const all = await run('report', 'charges', '--pdf', pdf)
  expect([all.code, readFileSync(pdf).subarray(0, 5).toString()]).toEqual([1, '%PDF-'])
  expect(all.stdout.trim().split('\n').length).toBeGreaterThan(2)
  const one = JSON.parse((await run('report', 'charges', '--person', 'p-02', '--json')).stdout)
  expect(one.charges.map(({ person }: { person: { id: string } }) => person.id)).toEqual(['p-02'])
  const nobody = await run('report', 'charges', '--person', 'p-99')
  expect([nobody.code, nobody.stdout]).toEqual([2, ''])
})

it('the emergency card is a paper to pin up', async () => {
  const pdf = join(base, 'card.pdf')
  const { code } = await run('report', 'card', '--pdf', pdf)
  expect([code, readFileSync(pdf).subarray(0, 5).toString()]).toEqual([0, '%PDF-'])
})
