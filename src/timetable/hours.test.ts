import { expect, it } from 'vitest'
import { dueHour, hourAfter, hoursBefore } from './hours.ts'

const daily = '0 3 * * *'
const monthly = '30 3 1 * *'

it('hours are those of Asia/Tokyo, whatever the time zone of the machine', () => {
  expect(hoursBefore(daily, '2026-11-22T17:59:59.999Z', 1)).toEqual(['2026-11-21T18:00:00.000Z'])
  expect(hoursBefore(monthly, '2026-11-22T17:59:59.999Z', 2)).toEqual([
    '2026-10-31T18:30:00.000Z',
    '2026-09-30T18:30:00.000Z',
  ])
})

it('at the hour itself it is due, and the next is tomorrow', () => {
  expect(hoursBefore(daily, '2026-11-22T18:00:00.000Z', 1)).toEqual(['2026-11-22T18:00:00.000Z'])
  expect(hourAfter(daily, '2026-11-22T18:00:00.000Z')).toBe('2026-11-23T18:00:00.000Z')
})

it('what passed before the facility was made is not made up for', () => {
  const now = '2026-11-23T00:00:00.000Z'
  expect(dueHour(daily, now, '2026-11-22T20:00:00.000Z')).toBeUndefined()
  expect(dueHour(daily, now, '2026-11-22T10:00:00.000Z')).toBe('2026-11-22T18:00:00.000Z')
})
