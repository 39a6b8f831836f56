/** Why a private key could not be used. Nothing was signed in any of these cases. */
export type SigningKeyErrorCode =
  | 'wrong-password'
  | 'no-private-key'
  | 'no-certificate'
  | 'key-of-another-certificate'
  | 'unsupported-encryption'
  | 'too-much-work'

/** 鍵を使えない — a stable code; the facts name what was asked for, never a password. */
export class SigningKeyError extends Error {
  readonly code: SigningKeyErrorCode
  readonly facts: Readonly<Record<string, string | number>>

  constructor(
    code: SigningKeyErrorCode,
    facts: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(facts)}`, options)
    this.name = 'SigningKeyError'
    this.code = code
    this.facts = facts
  }
}
