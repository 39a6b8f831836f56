import { expect, test } from 'vitest'
import { daysLate } from './overdue.ts'

test('a task is not late on its due day, and late by one day on the next', () => {
  expect(daysLate({ state: 'open', dueOn: '2026-11-22' }, '2026-11-22')).toBe(0)
  expect(daysLate({ state: 'doing', dueOn: '2026-11-22' }, '2026-11-23')).toBe(1)
})

test('what is done, dropped or without a day is never late', () => {
  expect(daysLate({ state: 'done', dueOn: '2026-01-01' }, '2026-11-22')).toBe(0)
  expect(daysLate({ state: 'dropped', dueOn: '2026-01-01' }, '2026-11-22')).toBe(0)
  expect(daysLate({ state: 'open' }, '2026-11-22')).toBe(0)
})
