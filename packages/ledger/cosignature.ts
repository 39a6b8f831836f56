import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { parseCheckpoint } from './checkpoint-text.ts'
import { LedgerError } from './error.ts'
import type { NoteSignature } from './note.ts'
import { barePublicKey, formatVerifierKey, type KeyKind, parseVerifierKey, privateKeyBytes } from './note-key.ts'
import { signedMessage, timestamped } from './note-signature.ts'

/** 立会人 — a witness, as it signs: it says that at a time this was the largest consistent tree it had seen. */
export interface Cosigner {
  readonly name: string
  readonly verifierKey: string
  /** Cosigns the text of a checkpoint; `seconds` is POSIX time. What is signed must be durable before it leaves. */
  cosign(text: string, seconds: number): NoteSignature
}

/**
 * A cosigner from a 32-byte seed: https://c2sp.org/tlog-cosignature. One seed is used for one witness and one kind only:
 * the Ed25519 form does not bind the cosigner's name.
 */
export function cosigner(name: string, seed: Uint8Array, kind: Exclude<KeyKind, 'ed25519'>): Cosigner {
  const key = createPrivateKey({ key: privateKeyBytes(kind, name, seed), format: 'der', type: 'pkcs8' })
  const verifierKey = formatVerifierKey(name, kind, barePublicKey(kind, createPublicKey(key)))
  const { keyId } = parseVerifierKey(verifierKey)
  return {
    name,
    verifierKey,
    cosign(text, seconds) {
      parseCheckpoint(text)
      if (!Number.isSafeInteger(seconds) || seconds < 0) throw new LedgerError('note-malformed', { problem: 'time' })
      return { name, keyId, bytes: timestamped(seconds, sign(null, signedMessage(kind, name, text, seconds), key)) }
    },
  }
}
