import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf, NUMBERS, numberOf } from './short-code.ts'

const alphabet = '3479ACEFHJKMNPRTWXY'
const numbers = fc.integer({ min: 0, max: NUMBERS - 1 })

test('every code is read back, and no two questions have the same', () => {
  const codes = new Set<string>()
  for (let number = 0; number < NUMBERS; number += 1) {
    const code = codeOf(number)
    if (numberOf(code) !== number) expect.fail(code)
    codes.add(code)
  }
  expect(codes.size).toBe(NUMBERS)
})

test('one letter read as another is refused, whichever it is', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 4 }), fc.constantFrom(...alphabet), (number, place, letter) => {
      const code = codeOf(number)
      const misread = code.slice(0, place) + letter + code.slice(place + 1)
      expect(numberOf(misread)).toBe(misread === code ? number : undefined)
    }),
  )
})

test('two letters exchanged are refused', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 3 }), (number, place) => {
      const letters = [...codeOf(number)]
      const [a = '', b = ''] = letters.slice(place, place + 2)
      const exchanged = [...letters.slice(0, place), b, a, ...letters.slice(place + 2)].join('')
      expect(numberOf(exchanged)).toBe(a === b ? number : undefined)
    }),
  )
})

test('full width, small letters, spaces and hyphens are forgiven', () => {
  const code = codeOf(42)
  const wide = [...code].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('')
  const half = `${code.slice(0, 2)}-${code.slice(2)}`
  for (const typed of [wide, code.toLowerCase(), half, ` ${[...code].join(' ')} `, half.replace('-', 'ー')]) {
    expect(numberOf(typed)).toBe(42)
  }
})

test.each(['', 'AAAA', 'AAAAAA', 'O0I1L', 'ｱｲｳｴｵ', '質問の番号', '=cmd()'])('%j is no code', (typed) => {
  expect(numberOf(typed)).toBeUndefined()
})
