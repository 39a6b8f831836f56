import { verify } from 'node:crypto'
import { parseCheckpoint } from './checkpoint-text.ts'
import { LedgerError } from './error.ts'
import { type KeyKind, schemeOf, type VerifierKey } from './note-key.ts'

const TIMESTAMP_BYTES = 8

/**
 * What a key of that kind signs for a note text.
 * - Ed25519: the text itself (https://c2sp.org/signed-note#ed25519-signatures).
 * - Ed25519 cosignature: two header lines before it (https://c2sp.org/tlog-cosignature#ed25519-signed-message).
 * - ML-DSA-44 cosignature: the structure `cosigned_message` (https://c2sp.org/tlog-cosignature#ml-dsa-44-signed-message),
 *   which binds the cosigner's name; `start` is 0, for we cosign whole trees only.
 */
export function signedMessage(kind: KeyKind, name: string, text: string, seconds: number): Buffer {
  switch (kind) {
    case 'ed25519':
      return Buffer.from(text)
    case 'cosignature-ed25519':
      return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`)
    case 'cosignature-ml-dsa-44': {
      const { origin, size, root, extensions } = parseCheckpoint(text)
      // The structure does not cover extension lines: what it says nothing of must not look as if it were signed.
      if (extensions) throw new LedgerError('checkpoint-malformed', { problem: 'extension lines' })
      return Buffer.concat([
        Buffer.from('subtree/v1\n\0'),
        shortOpaque(name),
        uint64(seconds),
        shortOpaque(origin),
        uint64(0),
        uint64(size),
        root,
      ])
    }
  }
}

/** The `timestamped_signature` of https://c2sp.org/tlog-cosignature: time first, then the bare signature. */
export function timestamped(seconds: number, signature: Uint8Array): Uint8Array {
  return Buffer.concat([uint64(seconds), signature])
}

/** A signature that holds, and when its cosigner says to have made it (POSIX seconds; undefined for a log's own). */
export interface GoodSignature {
  readonly seconds: number | undefined
}

/** Whether the key made the signature over the text; undefined when it did not. */
export function checkSignature(key: VerifierKey, text: string, bytes: Uint8Array): GoodSignature | undefined {
  const { signatureBytes } = schemeOf(key.kind)
  const stamped = key.kind !== 'ed25519'
  if (bytes.length !== signatureBytes + (stamped ? TIMESTAMP_BYTES : 0)) return undefined
  const seconds = stamped ? Buffer.from(bytes.subarray(0, TIMESTAMP_BYTES)).readBigUInt64BE() : 0n
  // The specification allows up to 2^63 - 1; what lies beyond 2^53 is no time of any clock, and we could not name it.
  if (seconds > Number.MAX_SAFE_INTEGER) return undefined
  const message = messageOrUndefined(key, text, Number(seconds))
  const signature = bytes.subarray(stamped ? TIMESTAMP_BYTES : 0)
  if (message === undefined || !verify(null, message, key.key, signature)) return undefined
  return { seconds: stamped ? Number(seconds) : undefined }
}

/** A cosigner signs checkpoints only: over any other text there is no message, so no signature holds. */
function messageOrUndefined(key: VerifierKey, text: string, seconds: number): Buffer | undefined {
  try {
    if (key.kind !== 'ed25519') parseCheckpoint(text)
    return signedMessage(key.kind, key.name, text, seconds)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}

/** `opaque<1..2^8-1>` of RFC 8446: one byte of length, then the bytes. */
function shortOpaque(text: string): Buffer {
  const bytes = Buffer.from(text)
  if (bytes.length < 1 || bytes.length > 255) throw new LedgerError('checkpoint-malformed', { problem: 'name length' })
  return Buffer.concat([Buffer.of(bytes.length), bytes])
}
