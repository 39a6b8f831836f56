import { randomBytes } from 'node:crypto'
import { type Clock, Refusal } from '#shared'
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts'
import { lockRootKeys, newRootKey, openRootKeys } from './root-key.ts'
import { KEY_BYTES } from './seal.ts'
import { hasRootFile, keepKeyFile, keepRootFile, loadKeyFile, loadRootFile } from './store.ts'
import { newUnlocking, recoveryKey, type Unlock, unlockingKey } from './unlocking.ts'

/** Where the keys of an installation lie (`DIR/keys`, apart from the database), and how they are unlocked. */
export interface KeyPlace {
  readonly directory: string
  readonly unlock: Unlock
  readonly clock: Clock
}

/**
 * Makes the root key of a new installation. The recovery code it returns is written down nowhere: it belongs on the
 * printed recovery sheet, and this is the one time it can be shown.
 */
export async function createKeys(place: KeyPlace): Promise<{ readonly recoveryCode: string }> {
  if (hasRootFile(place.directory)) throw new Refusal('already-exists', { what: 'keys', directory: place.directory })
  const recoveryCode = newRecoveryCode(randomBytes)
  const recovery = recoveryKey(readRecoveryCode(recoveryCode))
  const { unlocking, key } = await freshUnlock(place)
  const locks = { unlock: key, recovery }
  keepRootFile(
    place.directory,
    lockRootKeys([newRootKey(randomBytes)], locks, unlocking, place.clock.now(), randomBytes),
  )
  return { recoveryCode }
}

/**
 * 復旧 — opens the keys with the printed sheet when the key file or the passphrase is lost, and closes them under a new
 * one. The sheet stays good. A sheet that does not belong here is refused as `locked`, a mistyped one as `malformed`.
 */
export async function recoverKeys(place: KeyPlace, recoveryCode: string): Promise<void> {
  const recovery = recoveryKey(readRecoveryCode(recoveryCode))
  const roots = openRootKeys(loadRootFile(place.directory), 'recovery', recovery)
  const { unlocking, key } = await freshUnlock(place)
  const locks = { unlock: key, recovery }
  keepRootFile(place.directory, lockRootKeys(roots, locks, unlocking, place.clock.now(), randomBytes))
}

async function freshUnlock({ directory, unlock }: KeyPlace) {
  if (unlock.kind === 'key-file') keepKeyFile(directory, randomBytes(KEY_BYTES))
  const unlocking = newUnlocking(unlock, randomBytes)
  return { unlocking, key: await unlockingKey(unlocking, unlock, () => loadKeyFile(directory)) }
}
