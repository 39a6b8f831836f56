import { expect, test } from 'vitest'
import { parseYen, yenText } from './yen.ts'

test.each([
  ['330000', 330_000],
  ['３３０，０００円', 330_000],
  ['¥330,000', 330_000],
  ['33万円', 330_000],
  ['1.5万', 15_000],
  ['2万5000円', 25_000],
  ['0', 0],
])('%s is understood', (text, yen) => expect(parseYen(text)).toBe(yen))

test.each(['', '円', 'たぶん', '-1', '3.5円', '万'])('%s is not', (text) => expect(parseYen(text)).toBeUndefined())

test('a sum is written as people write it', () => {
  expect([yenText(330_000, 'ja'), yenText(330_000, 'en')]).toEqual(['330,000円', '¥330,000'])
})
