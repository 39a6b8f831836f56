import { expect, test } from 'vitest'
import { afterFailure, isLocked, isLockout, type Tries } from './lockout.ts'

const now = '2026-11-22T00:00:00.000Z'
const waitAfter = (failures: number) => {
  const { lockedUntil } = afterFailure({ failedCount: failures - 1 }, now)
  return lockedUntil === undefined ? 0 : (Date.parse(lockedUntil) - Date.parse(now)) / 1000
}

test.each([
  [1, 0],
  [2, 0],
  [3, 5],
  [4, 10],
  [5, 20],
  [9, 320],
  [10, 1800],
  [11, 1800],
  [1000, 1800],
])('after failure %d the next try waits %d seconds', (failures, seconds) => {
  expect(waitAfter(failures)).toBe(seconds)
})

test('ten failures in a row are a lockout', () => {
  expect(isLockout(9)).toBe(false)
  expect(isLockout(10)).toBe(true)
})

test('a wait ends at its moment', () => {
  const tries: Tries = { failedCount: 3, lockedUntil: '2026-11-22T00:00:05.000Z' }
  expect(isLocked(tries, '2026-11-22T00:00:04.999Z')).toBe(true)
  expect(isLocked(tries, '2026-11-22T00:00:05.000Z')).toBe(false)
  expect(isLocked({ failedCount: 2 }, now)).toBe(false)
})
