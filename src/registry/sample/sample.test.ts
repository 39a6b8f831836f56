import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { daysBetween } from '#shared'
import type { Facility } from '../facility/facility.ts'
import { checkFacility, readFacility } from '../read-facility.ts'
import { sampleFacility } from './sample.ts'
import { shiftTo } from './shift-days.ts'

const text = readFileSync(new URL('mihon-clinic.yaml', import.meta.url), 'utf8')

test('the sample clinic keeps the format on every day', () => {
  expect(readFacility(text)).toMatchObject({ ok: true })
  for (const on of ['2026-11-22', '2027-02-28', '2032-02-29']) {
    const facility = sampleFacility(on)
    expect(checkFacility(facility)).toEqual([])
    expect(facility).toMatchObject({ asOf: on, sample: true })
  }
})

test('every day of a facility moves by the same number of days, and nothing else does', () => {
  const facility: Facility = {
    format: 'omamori-facility@1',
    asOf: '2026-11-22',
    profile: { name: '2026-11-22', confirmedOn: '2026-11-01' },
    practices: { usesWirelessLan: true },
    practicesConfirmedOn: { usesWirelessLan: '2026-11-21' },
    limits: { factValidDays: 365 },
    terminals: [{ id: 'a', name: 'A', malware: { active: true, patternUpdatedOn: '2026-02-28' }, units: 3 }],
    devices: [],
  }
  expect(shiftTo(facility, '2027-11-22')).toEqual({
    ...facility,
    asOf: '2027-11-22',
    profile: { name: '2026-11-22', confirmedOn: '2027-11-01' },
    practicesConfirmedOn: { usesWirelessLan: '2027-11-21' },
    terminals: [{ id: 'a', name: 'A', malware: { active: true, patternUpdatedOn: '2027-02-28' }, units: 3 }],
  })
  expect(shiftTo(shiftTo(facility, '2031-03-01'), '2026-11-22')).toEqual(facility)
})

test('the sample has the gaps that its story needs, whatever the day', () => {
  const facility = sampleFacility('2030-01-15')
  const emr = facility.systems?.find(({ id }) => id === 'emr')
  expect(emr?.passwordPolicy).toMatchObject({ minLength: 8, maxAgeDays: 'never' })
  expect(emr?.authentication?.factors).toEqual(['knowledge'])
  expect(facility.systems?.filter(({ ownerId }) => ownerId === 'none').map(({ id }) => id)).toEqual(['reservation'])
  expect(facility.terminals?.filter(({ malware }) => malware?.active === false)).toHaveLength(1)
  expect(facility.wireless?.map(({ encryption }) => encryption)).toContain('wpa2-tkip')
  const old = facility.terminals?.find(({ id }) => id === 'exam-2')?.malware?.patternUpdatedOn ?? ''
  expect(daysBetween(old, facility.asOf)).toBe(111)
})

test('nobody in the sample could be meant: telephones and addresses are of the kinds kept for examples', () => {
  const phones = text.match(/phone: \S+/g) ?? []
  expect(phones.length).toBeGreaterThan(5)
  for (const phone of phones) expect(phone).toMatch(/^phone: 098-000-00\d\d$/)
  for (const email of text.match(/\S+@\S+/g) ?? []) expect(email).toMatch(/\.example$|^omamori-facility@1$/)
})
