import { expect, test } from 'vitest'
import { commitDetail, openingOf, packDetail } from './commitment.ts'

const salt = Buffer.alloc(32, 0x0b)
const plaintext = Buffer.from('{"name":"見本 太郎"}')

test('a commitment is HMAC-SHA-256 keyed with the salt', () => {
  // Computed with `openssl dgst -sha256 -mac HMAC`.
  expect(commitDetail(Buffer.from('Hi There'), salt)).toBe(
    '198a607eb44bfbc69903a0f1cf2bbdc5ba0aa3f3d9ae3c1c7a3b1696a0b68cf7',
  )
})

test('a salt that could be guessed is refused', () => {
  expect(() => commitDetail(plaintext, Buffer.alloc(16))).toThrow(/32 bytes/)
})

test('what was packed comes back, and nothing else fits the commitment', () => {
  const commitment = commitDetail(plaintext, salt)
  const packed = packDetail(plaintext, salt)
  expect(openingOf(packed, commitment)?.plaintext).toEqual(plaintext)
  for (const position of [0, 31, 32, packed.length - 1]) {
    const changed = Uint8Array.from(packed)
    changed[position] = (changed[position] ?? 0) ^ 1
    expect(openingOf(changed, commitment)).toBeUndefined()
  }
  expect(openingOf(packed.subarray(0, 31), commitment)).toBeUndefined()
})
