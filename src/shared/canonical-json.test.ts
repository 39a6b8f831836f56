import { expect, test } from 'vitest'
import { canonicalJson, type Json } from './canonical-json.ts'

test.each([null, 1.5, Number.NaN, 2 ** 53, 1n, () => 0, { a: [null] }])('%s cannot be written', (value) => {
  expect(() => canonicalJson(value as unknown as Json)).toThrow(TypeError)
})

test('members are sorted by code units, at every depth, and absent ones left out', () => {
  expect(canonicalJson({ b: 1, a: { d: [true, 'あ'], c: undefined }, B: '' })).toBe(
    '{"B":"","a":{"d":[true,"あ"]},"b":1}',
  )
})
