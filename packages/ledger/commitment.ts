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

/** 証跡の明細の開示 — what shows somebody outside that a detail belongs to its entry. Who has the salt can show it for ever. */
export interface DetailOpening {
  readonly salt: Uint8Array
  readonly plaintext: Uint8Array
}

/** An opened detail with its salt, or undefined when it is not the one that was committed to. */
export function openingOf(packed: Uint8Array, commitment: string): DetailOpening | undefined {
  if (packed.length < SALT_BYTES) return undefined
  const opening = { salt: packed.subarray(0, SALT_BYTES), plaintext: packed.subarray(SALT_BYTES) }
  return isCommitted(opening, commitment) ? opening : undefined
}

/** Whether the entry speaks of this detail. Never throws: an opening from outside is hostile until it holds. */
export function isCommitted({ salt, plaintext }: DetailOpening, commitment: string): boolean {
  if (salt.length !== SALT_BYTES) return false
  const found = Buffer.from(commitDetail(plaintext, salt))
  const expected = Buffer.from(commitment)
  return found.length === expected.length && timingSafeEqual(found, expected)
}
