export type LedgerErrorCode =
  | 'entry-malformed'
  | 'entry-unknown-version'
  | 'range-malformed'
  | 'tile-malformed'
  | 'bundle-malformed'
  | 'proof-out-of-range'
  | 'proof-malformed'
  | 'proof-does-not-hold'
  | 'key-malformed'
  | 'note-malformed'
  | 'note-not-signed'
  | 'checkpoint-malformed'
  | 'policy-malformed'
  | 'submission-malformed'
  | 'succession-malformed'

/** What we were handed is not what it claims to be. The code is stable; the facts say where. */
export class LedgerError extends Error {
  readonly code: LedgerErrorCode
  readonly facts: Readonly<Record<string, unknown>>

  constructor(code: LedgerErrorCode, facts: Readonly<Record<string, unknown>> = {}) {
    super(`${code} ${JSON.stringify(facts)}`)
    this.name = 'LedgerError'
    this.code = code
    this.facts = facts
  }
}
