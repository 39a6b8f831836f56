import { createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { hmacSha256 } from './hmac.ts'

test('a published vector comes out (RFC 4231, case 2)', () => {
  const seal = hmacSha256(Buffer.from('Jefe'))(Buffer.from('what do ya want for nothing?'))
  const expected = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
  expect(Buffer.from(seal).toString('hex')).toBe(expected)
})

test('it is what Node says, for keys and messages of every length that occurs', () => {
  for (const keyBytes of [1, 31, 32, 63, 64]) {
    const key = randomBytes(keyBytes)
    const seal = hmacSha256(key)
    for (const bytes of [0, 1, 55, 56, 63, 64, 65, 1000]) {
      const message = randomBytes(bytes)
      expect(seal(message)).toEqual(createHmac('sha256', key).update(message).digest())
    }
  }
})

test('a key longer than a block is refused, and not cut', () => {
  expect(() => hmacSha256(randomBytes(65))).toThrow(RangeError)
})
