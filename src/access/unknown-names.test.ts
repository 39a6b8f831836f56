import { expect, test } from 'vitest'
import { rememberUnknownNames } from './unknown-names.ts'

const now = '2026-11-22T01:02:03.004Z'

test('a name nobody has waits and locks like a real one', () => {
  const names = rememberUnknownNames()
  for (let failure = 1; failure <= 2; failure++) names.failed('f-1', 'nobody', now)
  expect(names.triesOf('f-1', 'nobody')).toEqual({ failedCount: 2 })
  expect(names.failed('f-1', 'nobody', now).tries.lockedUntil).toBe('2026-11-22T01:02:08.004Z')
  expect(names.triesOf('f-2', 'nobody')).toEqual({ failedCount: 0 })
})

test('the count of an hour is reported at thresholds and begins anew with the next hour', () => {
  const names = rememberUnknownNames()
  const reports = Array.from({ length: 100 }, (_, index) => names.failed('f-1', `n${index}`, now).report)
  expect(reports.filter((report) => report !== undefined)).toEqual([10, 100])
  const later = Array.from(
    { length: 10 },
    (_, index) => names.failed('f-1', `n${index}`, '2026-11-22T02:00:00.000Z').report,
  )
  expect(later.filter((report) => report !== undefined)).toEqual([10])
})

test('only so many names are remembered; the oldest is forgotten first', () => {
  const names = rememberUnknownNames()
  for (let index = 0; index <= 10_000; index++) names.failed('f-1', `n${index}`, now)
  expect(names.triesOf('f-1', 'n0').failedCount).toBe(0)
  expect(names.triesOf('f-1', 'n1').failedCount).toBe(1)
  expect(names.triesOf('f-1', 'n10000').failedCount).toBe(1)
})
