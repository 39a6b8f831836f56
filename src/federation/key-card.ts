import { LedgerError, parseVerifierKey, type VerifierKey } from '@omamori/ledger'
import { malformed } from './ground.ts'

/** What somebody pasted: verifier keys, and an address where one stands beside them. */
export interface KeyCard {
  readonly keys: readonly (VerifierKey & { readonly text: string })[]
  readonly url?: string
}

/**
 * Reads the keys out of a text: one a line or among other words, as in a policy file (`witness NAME KEY [URL]`, `log KEY`,
 * https://c2sp.org/tlog-policy). A word that has the form of a key and is none is refused, so that a typing error is seen.
 */
export function readKeyCard(text: string): KeyCard {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const keys = words.filter((word) => /^[^+]+\+[0-9a-f]{8}\+/.test(word)).map(keyOf)
  const url = words.find((word) => /^https?:\/\//.test(word))
  return url === undefined ? { keys } : { keys, url }
}

function keyOf(text: string): VerifierKey & { readonly text: string } {
  try {
    return { ...parseVerifierKey(text), text }
  } catch (error) {
    if (error instanceof LedgerError) throw malformed('keys', 'not-a-key', { ledger: error.facts })
    throw error
  }
}
