import { expect, test } from 'vitest'
import { countOf } from './count-text.ts'

test('a count is read in any width and with separators, and nothing is guessed', () => {
  expect(countOf('13')).toBe(13)
  expect(countOf(' １，２００ ')).toBe(1200)
  expect(countOf('0')).toBe(0)
  expect(countOf('　')).toBeUndefined()
  expect(countOf('十三')).toBe('十三')
  expect(countOf('-1')).toBe('-1')
  expect(countOf('13文字')).toBe('13文字')
})
