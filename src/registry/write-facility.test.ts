import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facility } from './facility/facility.ts'
import { readFacility } from './read-facility.ts'
import { facilities } from './testing-facilities.ts'
import { writeFacilityJson, writeFacilityYaml } from './write-facility.ts'

test.each([
  ['YAML', writeFacilityYaml],
  ['JSON', writeFacilityJson],
])('a facility written as %s and read again is the same facility', (_, write) => {
  fc.assert(
    fc.property(facilities, (facility) => {
      expect(readFacility(write(facility))).toEqual({ ok: true, facility })
    }),
    { numRuns: 40 },
  )
})

test('a facility is written in one order, however it was put together', () => {
  const facility: Facility = {
    profile: { beds: 19, name: 'みほん診療所' },
    practices: { usesWirelessLan: true, usesIotDevices: false },
    sample: true,
    asOf: '2026-11-22',
    format: 'omamori-facility@1',
    systems: [{ passwordPolicy: { maxAgeDays: 'never', minLength: 8 }, name: '電子カルテ', id: 'emr' }],
  }
  expect(writeFacilityYaml(facility)).toBe(`# お守り — 施設の記述
# 書かれていない項目は「分からない」と読みます。false や 0 とは違います。
# 書き方は docs/formats/facility.md にあります。
# これは見本です。書かれている名前と番号はすべて架空です。

format: omamori-facility@1
asOf: 2026-11-22
sample: true
profile:
  name: みほん診療所
  beds: 19
practices:
  usesIotDevices: false
  usesWirelessLan: true
systems:
  - id: emr
    name: 電子カルテ
    passwordPolicy:
      minLength: 8
      maxAgeDays: never
`)
})
