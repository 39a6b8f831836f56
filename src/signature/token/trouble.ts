import { SigningKeyError, type SigningKeyErrorCode } from '@omamori/signature'
import type { PKCS11 } from 'pkcs11js'

/** What a token answers that a person can do something about (PKCS#11 2.40 §2.1.5); the rest is `token-failed` with its name. */
const meanings: ReadonlyMap<number, SigningKeyErrorCode> = new Map([
  [0x32, 'token-removed'], // CKR_DEVICE_REMOVED
  [0xb0, 'token-removed'], // CKR_SESSION_CLOSED
  [0xb3, 'token-removed'], // CKR_SESSION_HANDLE_INVALID
  [0xe0, 'token-removed'], // CKR_TOKEN_NOT_PRESENT
  [0xe1, 'token-removed'], // CKR_TOKEN_NOT_RECOGNIZED
  [0x101, 'token-removed'], // CKR_USER_NOT_LOGGED_IN: we were, so it was out and is in again
  [0x63, 'unsupported-mechanism'], // CKR_KEY_TYPE_INCONSISTENT
  [0x68, 'unsupported-mechanism'], // CKR_KEY_FUNCTION_NOT_PERMITTED
  [0x70, 'unsupported-mechanism'], // CKR_MECHANISM_INVALID
  [0x71, 'unsupported-mechanism'], // CKR_MECHANISM_PARAM_INVALID
  [0xa0, 'wrong-pin'], // CKR_PIN_INCORRECT
  [0xa1, 'wrong-pin'], // CKR_PIN_INVALID
  [0xa2, 'wrong-pin'], // CKR_PIN_LEN_RANGE
  [0xa3, 'pin-not-usable'], // CKR_PIN_EXPIRED
  [0xa4, 'pin-locked'], // CKR_PIN_LOCKED
  [0x102, 'pin-not-usable'], // CKR_USER_PIN_NOT_INITIALIZED
])

/** What went wrong at a token, in a code of ours. If it is not in its slot any more, it was pulled out, however its module puts it. */
export function tokenTrouble(error: unknown, module: PKCS11, slot: Buffer | null): unknown {
  const code = codeOf(error)
  if (code === null) return error
  const meaning = meanings.get(code) ?? (isGone(module, slot) ? 'token-removed' : 'token-failed')
  return new SigningKeyError(meaning, { said: said(error) }, { cause: error })
}

function isGone(module: PKCS11, slot: Buffer | null): boolean {
  try {
    const slots = module.C_GetSlotList(true)
    return slot === null ? slots.length === 0 : !slots.some((one) => one.equals(slot))
  } catch {
    // A module that cannot even say what is there.
    return true
  }
}

/** Closing goes on whatever a token says: there is nothing left to lose, and the trouble before it is the one to tell. */
export function passed(close: () => void): void {
  try {
    close()
  } catch (error) {
    if (codeOf(error) === null) throw error
  }
}

/** CKR_…; null for what no token said. */
export const codeOf = (error: unknown): number | null =>
  error instanceof Error && error.name === 'Pkcs11Error' && 'code' in error ? Number(error.code) : null

/** Somebody else's words, of which a line is enough. */
export const said = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1).join('').slice(0, 200)
