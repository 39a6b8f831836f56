import { expect, test } from 'vitest'
import { differingPaths, valueAt } from '../parts/differing.ts'
import { mineOnto, unknownIn, withValueAt } from './draft.ts'

const emr = { id: 'emr', name: '電子カルテ', passwordPolicy: { minLength: 8, history: 3 }, informationIds: ['charts'] }

test('a fact is found and changed by its path, and the rest of the item stays', () => {
  expect(valueAt(emr, 'passwordPolicy.minLength')).toBe(8)
  expect(valueAt(emr, 'log.reviewedOn')).toBeUndefined()
  expect(withValueAt(emr, 'passwordPolicy.minLength', 13)).toEqual({
    ...emr,
    passwordPolicy: { minLength: 13, history: 3 },
  })
  expect(withValueAt(emr, 'log.reviewedOn', '2026-11-01')).toEqual({ ...emr, log: { reviewedOn: '2026-11-01' } })
})

test('differences are named by field, also in a group that only one of the two has', () => {
  const other = { ...emr, passwordPolicy: { minLength: 13, history: 3 }, log: { diary: true }, informationIds: [] }
  expect(differingPaths(emr, other)).toEqual(['passwordPolicy.minLength', 'informationIds', 'log.diary'])
  expect(differingPaths(emr, structuredClone(emr))).toEqual([])
})

test('saving my input again keeps what somebody else wrote into other fields', () => {
  const theirs = { ...emr, name: '電子カルテ（新）', passwordPolicy: { minLength: 8, history: 5 } }
  const mine = { ...emr, passwordPolicy: { minLength: 13, history: 3 } }
  expect(mineOnto(theirs, emr, mine)).toEqual({ ...theirs, passwordPolicy: { minLength: 13, history: 5 } })
})

test('a fact that I took away stays away', () => {
  const mine = { ...emr, passwordPolicy: { history: 3 } }
  expect(valueAt(mineOnto(emr, emr, mine), 'passwordPolicy.minLength')).toBeUndefined()
})

test('what is unknown is counted fact by fact', () => {
  expect(unknownIn(emr, ['name', 'passwordPolicy.minLength', 'passwordPolicy.storage', 'ownerId'])).toEqual([
    'passwordPolicy.storage',
    'ownerId',
  ])
})
