import { expect, test } from 'vitest'
import type { Facility } from '#registry/contract'
import { questionsOf } from './question.ts'
import { lastAnswers, type SupplierAnswer, withAnswers } from './with-answers.ts'

const facility: Facility = {
  format: 'omamori-facility@1',
  asOf: '2026-11-20',
  profile: { name: 'みほん診療所' },
  suppliers: [
    { id: 's-01', name: 'みほん保守' },
    { id: 's-02', name: '例題医療システム' },
  ],
  systems: [
    { id: 'emr', name: '電子カルテ', supplierId: 's-01', passwordPolicy: { storage: 'plain' } },
    { id: 'pacs', name: '画像', authentication: { factors: [] } },
  ],
}

const answer: SupplierAnswer = {
  ...{ kind: 'system', id: 'emr', name: '電子カルテ', field: 'log.protection', value: 'append-only' },
  ...{ supplierId: 's-01', supplierName: 'みほん保守', by: '例題 一郎', answeredOn: '2026-11-21' },
}
const on = '2026-11-22'
const emr = (told: Facility) => told.systems?.find(({ id }) => id === 'emr')

test('an answer that the registry contradicts fills nothing and is told', () => {
  const wrong = { ...answer, field: 'passwordPolicy.storage', value: 'one-way' }
  const told = withAnswers(facility, [wrong], on)
  expect(told.facility).toBe(facility)
  expect(told.disputes).toEqual([{ answer: wrong, registered: 'plain' }])
})

test('an answer that the registry says too is neither a filling nor a contradiction', () => {
  const same = { ...answer, field: 'passwordPolicy.storage', value: 'plain' }
  expect(withAnswers(facility, [same], on)).toMatchObject({ filled: [], disputes: [] })
})

test('of a stale fact the answer that agrees confirms it, and the one that differs leaves neither counting', () => {
  const old: Facility = {
    ...facility,
    systems: facility.systems?.map((system) => ({ ...system, confirmedOn: '2025-11-21' })),
  }
  const place = { ...answer, field: 'passwordPolicy.storage' }
  const same = { ...place, value: 'plain' }
  expect(withAnswers(old, [same], on)).toEqual({ facility: old, filled: [], confirmed: [same], disputes: [] })
  const other = { ...place, value: 'one-way' }
  const dispute = { answer: other, registered: 'plain', staleSince: '2025-11-21' }
  expect(withAnswers(old, [other], on)).toMatchObject({ confirmed: [], disputes: [dispute] })
  // A day earlier the registry still counted by itself.
  expect(withAnswers(old, [{ ...same, answeredOn: '2026-11-21' }], '2026-11-21')).toMatchObject({ confirmed: [] })
})

test('what the registry does not know is filled, and nothing else of the item moves', () => {
  const told = withAnswers(facility, [answer], on)
  expect(emr(told.facility)).toEqual({ ...emr(facility), log: { protection: 'append-only' } })
  expect(told.filled).toEqual([answer])
})

test.each([
  ['too old', { answeredOn: '2025-11-20' }],
  ['of a day to come', { answeredOn: '2026-11-23' }],
  ['of a supplier whose thing it is not any more', { supplierId: 's-02' }],
  ['of a thing that is gone', { id: 'gone' }],
  ['of a thing without a supplier', { id: 'pacs' }],
])('an answer %s fills nothing', (_, change) => {
  expect(withAnswers(facility, [{ ...answer, ...change }], on)).toEqual({
    facility,
    filled: [],
    confirmed: [],
    disputes: [],
  })
})

test('the facility says how long an answer holds', () => {
  const short = { ...facility, limits: { factValidDays: 10 } }
  expect(withAnswers(short, [{ ...answer, answeredOn: '2026-11-12' }], on).filled).toHaveLength(1)
  expect(withAnswers(short, [{ ...answer, answeredOn: '2026-11-11' }], on).filled).toEqual([])
})

test('an empty list is no knowledge, and the order of a list is no difference', () => {
  const own: Facility = {
    ...facility,
    systems: [
      { id: 'emr', name: '電子カルテ', supplierId: 's-01', authentication: { factors: ['possession', 'knowledge'] } },
    ],
  }
  const factors = { ...answer, field: 'authentication.factors', value: ['knowledge', 'possession'] }
  expect(withAnswers(own, [factors], on)).toMatchObject({ filled: [], disputes: [] })
  const empty = {
    ...own,
    systems: [{ id: 'emr', name: '電子カルテ', supplierId: 's-01', authentication: { factors: [] } }],
  }
  expect(withAnswers(empty, [factors], on).filled).toHaveLength(1)
})

test('of two answers the one of the later day counts, and of one day the one kept last', () => {
  const [early, late] = [
    { ...answer, value: 'none', answeredOn: '2026-11-20', keptAt: '2026-11-22T02:00:00.000Z' },
    { ...answer, value: 'append-only', answeredOn: '2026-11-21', keptAt: '2026-11-22T01:00:00.000Z' },
  ]
  expect(lastAnswers([late, early])).toEqual([late])
  const again = { ...late, value: 'restricted', keptAt: '2026-11-22T03:00:00.000Z' }
  expect(lastAnswers([again, early, late])).toEqual([again])
})

test('each supplier is asked what it knows of its own things, once, and nobody what only the facility knows', () => {
  const unknown = (id: string, field: string, requirementId: string) => ({ kind: 'system', id, field, requirementId })
  const asked = questionsOf(facility, [
    unknown('emr', 'log.protection', '6.5.C-8'),
    unknown('emr', 'passwordPolicy.minLength', '6.5.C-14-4'),
    unknown('emr', 'passwordPolicy.minLength', '6.5.C-14-4-a'),
    unknown('emr', 'access.reviewedOn', '6.5.C-6'),
    unknown('pacs', 'log.protection', '6.5.C-8'),
    { kind: 'supplier', id: 's-02', field: 'storage.stores', requirementId: '8.5.C-1' },
    { kind: 'profile', id: 'profile', field: 'staff', requirementId: '6.3.C-1' },
  ])
  const place = { kind: 'system', id: 'emr', name: '電子カルテ' }
  expect(Object.fromEntries(asked)).toEqual({
    's-01': [
      { ...place, field: 'passwordPolicy.minLength', requirements: ['6.5.C-14-4', '6.5.C-14-4-a'] },
      { ...place, field: 'log.protection', requirements: ['6.5.C-8'] },
    ],
    's-02': [
      { kind: 'supplier', id: 's-02', name: '例題医療システム', field: 'storage.stores', requirements: ['8.5.C-1'] },
    ],
  })
})
