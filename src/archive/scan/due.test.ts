import { describe, expect, it } from 'vitest'
import { dueAt } from './due.ts'

const weekend = [0, 6]
const inJapan = (moment: string) => new Date(`${moment}+09:00`).toISOString()

describe('until when a scan is to be signed', () => {
  it.each([
    ['hours go on by night', '2026-11-20T18:00', { count: 24, unit: 'hours', closedOn: weekend }, '2026-11-21T18:00'],
    [
      'the next day of work, to its end',
      '2026-11-19T09:00',
      { count: 1, unit: 'business-days', closedOn: weekend },
      '2026-11-20T23:59:59.999',
    ],
    [
      'Friday night, closed until Monday',
      '2026-11-20T23:50',
      { count: 1, unit: 'business-days', closedOn: weekend },
      '2026-11-23T23:59:59.999',
    ],
    [
      'a clinic closed on Thursdays and Sundays',
      '2026-11-18T12:00',
      { count: 2, unit: 'business-days', closedOn: [0, 4] },
      '2026-11-21T23:59:59.999',
    ],
    [
      'a public holiday is a day of work here',
      '2026-11-22T12:00',
      { count: 1, unit: 'business-days', closedOn: weekend },
      '2026-11-23T23:59:59.999',
    ],
  ] as const)('%s', (_, from, period, until) => {
    expect(dueAt(inJapan(from), period)).toBe(inJapan(until))
  })
})
