import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { Refusal } from '#shared'

/** All keys here are 256 bits. */
export const KEY_BYTES = 32

// version || nonce || ciphertext || tag
const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const OVERHEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES

export type RandomBytes = (length: number) => Uint8Array

/**
 * Closes bytes under a key with AES-256-GCM (NIST SP 800-38D). `context` is authenticated with them. The nonce is
 * random, which holds for 2^32 boxes per key; a facility that writes 50,000 entries a day needs 235 years for that.
 */
export function sealBytes(
  key: Uint8Array,
  plaintext: Uint8Array,
  context: string,
  randomBytes: RandomBytes,
): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Uint8Array.from(Buffer.concat([Buffer.of(VERSION), nonce, ciphertext, cipher.getAuthTag()]))
}

/** The bytes again. Refuses as `corrupt` what was changed, cut, or closed under another key or for another context. */
export function openBytes(key: Uint8Array, box: Uint8Array, context: string): Uint8Array {
  if (box.length < OVERHEAD_BYTES || box[0] !== VERSION) throw new Refusal('corrupt', { what: 'sealed' })
  const nonce = box.subarray(1, 1 + NONCE_BYTES)
  const tag = box.subarray(-TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(context)).setAuthTag(tag)
  try {
    const ciphertext = box.subarray(1 + NONCE_BYTES, -TAG_BYTES)
    return Uint8Array.from(Buffer.concat([decipher.update(ciphertext), decipher.final()]))
  } catch (error) {
    throw new Refusal('corrupt', { what: 'sealed' }, { cause: error })
  }
}

/** A key for one use out of a secret with at least its strength (HKDF-SHA-256, RFC 5869). */
export function deriveKey(secret: Uint8Array, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `omamori ${use}`, KEY_BYTES))
}
