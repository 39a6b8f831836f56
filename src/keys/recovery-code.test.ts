import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Refusal } from '#shared'
import { RECOVERY_BYTES, readRecoveryCode, writeRecoveryCode } from './recovery-code.ts'

const secret = Uint8Array.from({ length: RECOVERY_BYTES }, (_, index) => index * 13)
const code = '006HX-M9SM3-8575G-PT3N0-GA7S4-SADPD-RF8DN-VTQQ2'

const groupRefused = (text: string): unknown => {
  try {
    return readRecoveryCode(text)
  } catch (error) {
    return error instanceof Refusal ? error.facts.group : error
  }
}

it('a code is eight groups of five, and reads back', () => {
  expect(writeRecoveryCode(secret)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/)
  expect(readRecoveryCode(writeRecoveryCode(secret))).toEqual(secret)
})

it('a code stays what it is in print: the letters of one secret never change', () => {
  expect(writeRecoveryCode(secret)).toBe(code)
})

it('a code is read as people write it: small letters, full width, no hyphens, o for 0 and l for 1', () => {
  const written = writeRecoveryCode(secret)
  expect(readRecoveryCode(written.toLowerCase().replaceAll('-', ' '))).toEqual(secret)
  expect(readRecoveryCode(written.replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(secret)
  const wide = [...written].map((c) => (c === '-' ? '－' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join('')
  expect(readRecoveryCode(wide)).toEqual(secret)
})

it('a wrong character is found in its group', () => {
  const random = fc.record({
    bytes: fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES }),
    at: fc.nat({ max: 39 }),
    by: fc.integer({ min: 1, max: 31 }),
  })
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  fc.assert(
    fc.property(random, ({ bytes, at, by }) => {
      const plain = writeRecoveryCode(bytes).replaceAll('-', '')
      const wrong = alphabet.charAt((alphabet.indexOf(plain.charAt(at)) + by) % 32)
      expect(groupRefused(plain.slice(0, at) + wrong + plain.slice(at + 1))).toBe(Math.floor(at / 5) + 1)
    }),
  )
})

it('two characters or two groups that changed places are found', () => {
  const written = writeRecoveryCode(Uint8Array.from({ length: RECOVERY_BYTES }, (_, index) => index + 1))
  const groups = written.split('-')
  const swapped = [groups[1], groups[0], ...groups.slice(2)].join('-')
  expect(groupRefused(swapped)).toBe(1)
  const [first = '', ...others] = groups
  const turned = first.charAt(1) + first.charAt(0) + first.slice(2)
  expect(turned === first || groupRefused([turned, ...others].join('-')) === 1).toBe(true)
})

it('a code that is too short is refused with the figures', () => {
  expect(() => readRecoveryCode(code.slice(6))).toThrow(
    new Refusal('malformed', { what: 'recovery-code', expected: 40, got: 35 }),
  )
})
