import { expect, it } from 'vitest'
import { isOverdue } from './overdue.ts'

// 2026-11-23 09:00 in Tokyo; the hours passed at 3:00 of that day and of the day before.
const base = { hours: '0 3 * * *', createdAt: '2026-01-01T00:00:00.000Z', now: '2026-11-23T00:00:00.000Z' }

it('a job that missed one hour is not overdue, one that missed two is', () => {
  expect(isOverdue({ ...base, ended: ['2026-11-21T18:05:00.000Z'] })).toBe(false)
  expect(isOverdue({ ...base, ended: ['2026-11-20T18:05:00.000Z'] })).toBe(true)
  expect(isOverdue({ ...base, ended: [] })).toBe(true)
})

it('a facility that was made yesterday has missed nothing', () => {
  expect(isOverdue({ ...base, createdAt: '2026-11-22T03:00:00.000Z', ended: [] })).toBe(false)
})

it('a run of a wrong clock, which lies in the future, proves nothing', () => {
  expect(isOverdue({ ...base, ended: ['2031-01-01T00:00:00.000Z'] })).toBe(true)
})

it('while it runs it is not overdue, unless it hangs', () => {
  expect(isOverdue({ ...base, ended: [], runningSince: '2026-11-22T23:00:00.000Z' })).toBe(false)
  expect(isOverdue({ ...base, ended: [], runningSince: '2026-11-22T01:00:00.000Z' })).toBe(true)
})
