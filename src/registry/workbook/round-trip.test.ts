import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facility } from '../facility/facility.ts'
import { sampleFacility } from '../sample/sample.ts'
import { facilities } from '../testing-facilities.ts'
import { readFacilityWorkbook } from './read.ts'
import { writeFacilityWorkbook, writeTemplateWorkbook } from './write.ts'

const at = '2026-11-22T00:00:00.000Z'

/** Empty groups and empty lists say no more than absent ones; a sheet has no place for them. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).map(([key, member]) => [key, withoutEmpty(member)])
  const known = kept.filter(([, member]) => member !== undefined)
  return known.length === 0 ? undefined : Object.fromEntries(known)
}

test('a facility written as a workbook and read again is the same facility', async () => {
  await fc.assert(
    fc.asyncProperty(facilities, async (facility) => {
      const read = await readFacilityWorkbook(await writeFacilityWorkbook(facility, at))
      expect(read).toEqual({ ok: true, facility: withoutEmpty(facility) })
    }),
    { numRuns: 15, endOnFailure: true },
  )
})

test('the sample clinic comes back as it went', async () => {
  const facility = sampleFacility('2026-11-22')
  expect(await readFacilityWorkbook(await writeFacilityWorkbook(facility, at))).toEqual({ ok: true, facility })
})

test('the template asks for the day and the name of the facility, at their cells', async () => {
  const read = await readFacilityWorkbook(await writeTemplateWorkbook(at))
  expect(read.ok ? [] : read.issues.map(({ path, code, cell }) => [path, code, cell])).toEqual([
    ['asOf', 'missing', expect.objectContaining({ sheet: 'はじめに', at: 'C6' })],
    ['profile.name', 'missing', expect.objectContaining({ sheet: '施設', at: 'C5' })],
  ])
})

test('days before spreadsheets can count are kept as they are', async () => {
  const facility: Facility = {
    format: 'omamori-facility@1',
    asOf: '2026-11-22',
    profile: { name: 'みほん診療所' },
    systems: [{ id: 'emr', name: '電子カルテ', introducedOn: '1899-12-31' }],
  }
  expect(await readFacilityWorkbook(await writeFacilityWorkbook(facility, at))).toEqual({ ok: true, facility })
})

test('a letter of a name is whole wherever in the file it stands', async () => {
  const persons = Array.from({ length: 4000 }, (_, index) => ({
    id: `p-${index}`,
    name: `𠮷𠮷${'野'.repeat(index % 7)}`,
  }))
  const facility: Facility = { format: 'omamori-facility@1', asOf: '2026-11-22', profile: { name: '𠮷' }, persons }
  expect(await readFacilityWorkbook(await writeFacilityWorkbook(facility, at))).toEqual({ ok: true, facility })
})
