import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openHoursBetween } from './open-hours.ts'

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const HOUR_MS = 3_600_000
const weekend = { closedDays: ['sat' as const, 'sun' as const] }

test.each([
  // 2026-11-20 is a Friday; the hours are Tokyo's.
  { from: '2026-11-20T22:00:00+09:00', to: '2026-11-23T06:00:00+09:00', hours: 8 },
  { from: '2026-11-21T01:00:00+09:00', to: '2026-11-22T23:00:00+09:00', hours: 0 },
  { from: '2026-11-20T23:59:00+09:00', to: '2026-11-21T00:01:00+09:00', hours: 1 / 60 },
  { from: '2026-11-23T00:00:00+09:00', to: '2026-11-30T00:00:00+09:00', hours: 120 },
  { from: '2026-11-23T06:00:00+09:00', to: '2026-11-23T05:00:00+09:00', hours: -1 },
])('with closed weekends, from $from to $to it is $hours hours', ({ from, to, hours }) => {
  const utc = (instant: string) => new Date(instant).toISOString()
  expect(openHoursBetween(utc(from), utc(to), weekend)).toBeCloseTo(hours, 9)
})

const instant = fc
  .integer({ min: Date.parse('2020-01-01T00:00:00Z') / HOUR_MS, max: Date.parse('2030-01-01T00:00:00Z') / HOUR_MS })
  .map((hour) => hour * HOUR_MS)
const closed = fc.subarray([...names])

test('it is what counting hour by hour in Tokyo gives, wherever the machine stands', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 24 * 40 }), closed, (from, length, closedDays) => {
      const isOpen = (at: number) => !closedDays.includes(names[new Date(at + 9 * HOUR_MS).getUTCDay()] ?? 'sun')
      const counted = Array.from({ length }, (_, hour) => from + hour * HOUR_MS).filter(isOpen).length
      const [start, end] = [from, from + length * HOUR_MS].map((at) => new Date(at).toISOString())
      expect(openHoursBetween(start ?? '', end ?? '', { closedDays })).toBeCloseTo(counted, 6)
    }),
  )
})
