import { expect, test } from 'vitest'
import { filterOf } from '../journal/filter.ts'
import { journalAddress, nextPeriod } from './period.ts'

test('the next review begins where the last one ended, and ends yesterday', () => {
  expect(nextPeriod({ coveredUntil: '2026-10-31' }, '2026-11-22')).toEqual({
    fromOn: '2026-11-01',
    untilOn: '2026-11-21',
  })
  expect(nextPeriod({}, '2026-11-22')).toEqual({ fromOn: '2026-10-23', untilOn: '2026-11-21' })
})

test('after a review up to yesterday or today there is today; after years, one year', () => {
  const today = { fromOn: '2026-11-22', untilOn: '2026-11-22' }
  expect(nextPeriod({ coveredUntil: '2026-11-21' }, '2026-11-22')).toEqual(today)
  expect(nextPeriod({ coveredUntil: '2026-11-22' }, '2026-11-22')).toEqual(today)
  expect(nextPeriod({ coveredUntil: '2020-01-01' }, '2026-11-22').fromOn).toBe('2025-11-21')
})

test('what the link of a line asks for is what the journal understands', () => {
  const address = journalAddress({
    act: 'account.created,account.invited',
    fromOn: '2026-11-01',
    untilOn: '2026-11-30',
  })
  expect(filterOf(Object.fromEntries(new URL(address, 'http://localhost').searchParams))).toEqual({
    act: 'account.created,account.invited',
    ...{ from: '2026-10-31T15:00:00.000Z', until: '2026-11-30T15:00:00.000Z' },
  })
})
