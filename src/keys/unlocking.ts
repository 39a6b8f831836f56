import { hashRaw } from '@node-rs/argon2'
import { Refusal } from '#shared'
import type { Unlocking } from './root-file.ts'
import { deriveKey, KEY_BYTES, type RandomBytes } from './seal.ts'

/** How the keys are unlocked at a start: by a file on this machine, or by a person who knows the passphrase. */
export type Unlock = { readonly kind: 'key-file' } | { readonly kind: 'passphrase'; readonly passphrase: string }

// RFC 9106, section 4, second recommended choice.
const MEMORY_KIB = 65_536
const PASSES = 3
const SALT_BYTES = 16
const ARGON2ID = 2

/** How a new key store will be unlocked. */
export function newUnlocking(unlock: Unlock, randomBytes: RandomBytes): Unlocking {
  if (unlock.kind === 'key-file') return { kind: 'key-file' }
  const salt = Buffer.from(randomBytes(SALT_BYTES)).toString('base64')
  return { kind: 'passphrase', salt, memoryKib: MEMORY_KIB, passes: PASSES }
}

/** The key that unlocks the root key. `keyFile` gives the secret of the key file and is asked only if it is needed. */
export async function unlockingKey(
  unlocking: Unlocking,
  unlock: Unlock,
  keyFile: () => Uint8Array,
): Promise<Uint8Array> {
  if (unlocking.kind === 'key-file') return deriveKey(keyFile(), 'unlock')
  if (unlock.kind !== 'passphrase') throw new Refusal('locked', { what: 'keys', reason: 'passphrase-needed' })
  const stretched = await hashRaw(unlock.passphrase.normalize('NFKC'), {
    algorithm: ARGON2ID,
    memoryCost: unlocking.memoryKib,
    timeCost: unlocking.passes,
    parallelism: 1,
    outputLen: KEY_BYTES,
    salt: Buffer.from(unlocking.salt, 'base64'),
  })
  return deriveKey(stretched, 'unlock')
}

/** The key that the recovery sheet stands for. The code has 160 random bits, so it needs no stretching. */
export function recoveryKey(secret: Uint8Array): Uint8Array {
  return deriveKey(secret, 'recovery')
}
