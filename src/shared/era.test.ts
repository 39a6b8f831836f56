import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inEra, parseDay } from './era.ts'
import { addDays } from './time.ts'

test.each([
  ['2026-11-22', '令和8年11月22日（日）'],
  ['2019-05-01', '令和元年5月1日（水）'],
  ['2019-04-30', '平成31年4月30日（火）'],
  ['1989-01-07', '昭和64年1月7日（土）'],
  ['1926-12-24', '大正15年12月24日（金）'],
  ['1868-10-23', '1868年10月23日（金）'],
])('%s is written %s', (day, written) => {
  expect(inEra(day)).toBe(written)
})

test.each([
  ['R8.11.22', '2026-11-22'],
  ['r8/11/22', '2026-11-22'],
  ['Ｒ８．１１．２２', '2026-11-22'],
  ['令和8年11月22日', '2026-11-22'],
  ['令和8年11月22日（日）', '2026-11-22'],
  ['令和8/11/22', '2026-11-22'],
  ['令和元年5月1日', '2019-05-01'],
  ['H31.4.30', '2019-04-30'],
  ['2026-11-22', '2026-11-22'],
  ['2026/1/2', '2026-01-02'],
  [' 2026年1月2日 ', '2026-01-02'],
])('%s is understood as %s', (written, day) => {
  expect(parseDay(written)).toBe(day)
})

test.each(['', '8.11.22', 'R8.2.30', 'R0.1.1', 'H31.5.1', 'S65.1.1', '2026-13-01', '明日', '2026-11-22-', 'R8'])(
  '%j is not a day',
  (written) => {
    expect(parseDay(written)).toBeUndefined()
  },
)

test('every day since 1873 is read back from how it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 }), (days) => {
      const day = addDays('1873-01-01', days)
      expect(parseDay(inEra(day))).toBe(day)
    }),
  )
})
