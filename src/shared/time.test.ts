import { expect, test } from 'vitest'
import { addDays, dayOf, daysBetween, fiscalYearOf, isDay, timeOf } from './time.ts'

test('a day begins at midnight in Tokyo, wherever the machine stands', () => {
  expect(dayOf('2026-11-21T14:59:59.999Z')).toBe('2026-11-21')
  expect(dayOf('2026-11-21T15:00:00.000Z')).toBe('2026-11-22')
})

test('the time of day is that of Tokyo', () => {
  expect(timeOf('2026-11-21T15:00:03.999Z')).toBe('00:00:03')
  expect(timeOf('2026-11-21T14:59:59.000Z')).toBe('23:59:59')
})

test('a fiscal year begins in April', () => {
  expect(fiscalYearOf('2027-03-31')).toBe(2026)
  expect(fiscalYearOf('2027-04-01')).toBe(2027)
})

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '', '20261122', '2026-11-22T00:00:00Z'])(
  '%j is not a day',
  (text) => {
    expect(isDay(text)).toBe(false)
  },
)

test('days are counted over months, years and leap days', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
  expect(daysBetween('2026-11-22', '2027-11-22')).toBe(365)
  expect(daysBetween('2026-11-22', '2026-11-20')).toBe(-2)
})
