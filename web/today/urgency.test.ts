import { expect, test } from 'vitest'
import { distanceTo, isForToday } from './urgency.ts'

test('what is overdue is for today as well', () => {
  expect(isForToday({ dueOn: '2026-11-22' }, '2026-11-22')).toBe(true)
  expect(isForToday({ dueOn: '2026-11-01' }, '2026-11-22')).toBe(true)
  expect(isForToday({ dueOn: '2026-11-23' }, '2026-11-22')).toBe(false)
})

test('a task without a day is never for today', () => {
  expect(isForToday({}, '2026-11-22')).toBe(false)
})

test('the distance is counted in days, across the year', () => {
  expect(distanceTo('2026-11-07', '2026-11-22')).toEqual({ kind: 'late', days: 15 })
  expect(distanceTo('2027-01-01', '2026-12-31')).toEqual({ kind: 'left', days: 1 })
  expect(distanceTo('2026-11-22', '2026-11-22')).toEqual({ kind: 'today' })
})
