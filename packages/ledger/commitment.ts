import { createHmac, timingSafeEqual } from 'node:crypto'

export const SALT_BYTES = 32

/**
 * Binds a plaintext without describing it: HMAC-SHA-256 keyed with 32 random bytes. Who knows plaintext and salt can
 * show that they belong to the entry; once the salt is destroyed, even a guessed plaintext cannot be confirmed.
 */
export function commitDetail(plaintext: Uint8Array, salt: Uint8Array): string {
  if (salt.length !== SALT_BYTES) throw new TypeError(`expected a salt of ${SALT_BYTES} bytes, got ${salt.length}`)
  return createHmac('sha256', salt).update(plaintext).digest('hex')
}

/** The plaintext that goes into the cipher: the salt, then the content, so that both are destroyed together. */
export function packDetail(plaintext: Uint8Array, salt: Uint8Array): Uint8Array {
  commitDetail(plaintext, salt)
  return Buffer.concat([salt, plaintext])
}

/** The content of an opened detail, or undefined when it is not the one that was committed to. */
export function unpackDetail(packed: Uint8Array, commitment: string): Uint8Array | undefined {
  if (packed.length < SALT_BYTES) return undefined
  const plaintext = packed.subarray(SALT_BYTES)
  const found = Buffer.from(commitDetail(plaintext, packed.subarray(0, SALT_BYTES)))
  const expected = Buffer.from(commitment)
  return found.length === expected.length && timingSafeEqual(found, expected) ? plaintext : undefined
}
