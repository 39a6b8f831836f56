/** Why a private key could not be used. Nothing was signed in any of these cases, save `perhaps-signed`, which says so. */
export type SigningKeyErrorCode =
  // A key in a file.
  | 'wrong-password'
  | 'no-private-key'
  | 'no-certificate'
  | 'certificate-not-found'
  | 'key-of-another-certificate'
  | 'unsupported-encryption'
  | 'too-much-work'
  // Which certificate: a card carries two, and more than one card may be there.
  | 'no-signing-certificate'
  | 'several-certificates'
  | 'certificate-not-valid-now'
  // A card or another token.
  | 'token-library-missing'
  | 'token-module-missing'
  | 'no-token'
  | 'wrong-pin'
  | 'wrong-pin-few-left'
  | 'wrong-pin-one-left'
  | 'pin-one-left'
  | 'pin-locked'
  | 'pin-not-usable'
  | 'token-removed'
  | 'token-failed'
  | 'unsupported-mechanism'
  // A remote service.
  | 'needs-https'
  | 'signer-unreachable'
  | 'access-refused'
  | 'signer-refused'
  | 'signer-wrong-secret'
  | 'signer-answer'
  | 'several-credentials'
  | 'credential-not-usable'
  | 'not-bound-to-digests'
  | 'another-certificate'
  | 'authorised-something-else'
  | 'perhaps-signed'
  // Any key outside our own process.
  | 'signature-does-not-hold'

type Facts = Readonly<Record<string, string | number | readonly string[]>>

/** 鍵を使えない — a stable code; the facts name what was asked for, never a password or a PIN. */
export class SigningKeyError extends Error {
  readonly code: SigningKeyErrorCode
  readonly facts: Facts

  constructor(code: SigningKeyErrorCode, facts: Facts = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(facts)}`, options)
    this.name = 'SigningKeyError'
    this.code = code
    this.facts = facts
  }
}
