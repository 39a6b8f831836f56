import { createCipheriv, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openBytes, sealBytes } from './seal.ts'

const key = new Uint8Array(32).fill(7)
const text = Buffer.from('保険証の写し')

it('what was closed opens again under the same key and context', () => {
  const box = sealBytes(key, text, 'factor 1', randomBytes)
  expect(Buffer.from(openBytes(key, box, 'factor 1'))).toEqual(text)
})

it('a box changed in any byte does not open', () => {
  const box = sealBytes(key, text, 'factor 1', randomBytes)
  fc.assert(
    fc.property(fc.nat({ max: box.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = box.with(at, (box[at] ?? 0) ^ by)
      expect(() => openBytes(key, changed, 'factor 1')).toThrow('corrupt')
    }),
  )
})

it('a box does not open in another place, under another key, or cut short', () => {
  const box = sealBytes(key, text, 'factor 1', randomBytes)
  expect(() => openBytes(key, box, 'factor 2')).toThrow('corrupt')
  expect(() => openBytes(new Uint8Array(32), box, 'factor 1')).toThrow('corrupt')
  expect(() => openBytes(key, box.subarray(0, 20), 'factor 1')).toThrow('corrupt')
})

it('a box is version, nonce, AES-256-GCM ciphertext and tag, as anybody can make it', () => {
  const nonce = Buffer.alloc(12, 9)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from('c'))
  const sealed = Buffer.concat([Buffer.of(1), nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()])
  expect(Buffer.from(sealBytes(key, text, 'c', () => nonce))).toEqual(sealed)
})
