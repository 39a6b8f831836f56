import { expect, test } from 'vitest'
import type { Facility } from '../facility/facility.ts'
import { factsBetween } from './facts-between.ts'

const facility = (more: Partial<Facility>): Facility => ({
  format: 'omamori-facility@1',
  asOf: '2026-11-22',
  profile: { name: 'みほん診療所' },
  ...more,
})

test('the same description has no differences', () => {
  expect(factsBetween(facility({}), facility({}))).toEqual([])
})

test('what came, what went and what became another is told apart', () => {
  const before = facility({
    systems: [
      { id: 'emr', name: '電子カルテ', passwordPolicy: { minLength: 8 } },
      { id: 'old', name: '古いシステム' },
    ],
  })
  const after = facility({
    systems: [
      { id: 'emr', name: '電子カルテ', passwordPolicy: { minLength: 13 } },
      { id: 'new', name: '新しいシステム' },
    ],
    practices: { usesWirelessLan: true },
  })
  expect(factsBetween(before, after)).toEqual([
    { kind: 'system', id: 'new', name: '新しいシステム', change: 'added' },
    { kind: 'practices', id: 'practices', name: '', change: 'added' },
    { kind: 'system', id: 'old', name: '古いシステム', change: 'removed' },
    {
      kind: 'system',
      id: 'emr',
      name: '電子カルテ',
      change: 'changed',
      field: 'passwordPolicy.minLength',
      before: 8,
      after: 13,
    },
  ])
})
