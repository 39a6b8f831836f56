import { canonical, type Plain } from './canonical.ts'
import { checkEntry } from './entry-shape.ts'
import { LedgerError } from './error.ts'

/** 証跡の1件 — what happened, in the form that is hashed and kept for ever: docs/formats/journal-entry-v1.md. */
export interface Entry {
  /** 128 random bits, 32 lower-case hex digits. */
  readonly id: string
  /** Origin of the log it belongs to, so that it cannot be moved to another. */
  readonly log: string
  /** UTC with milliseconds: `2026-11-22T01:02:03.004Z`. */
  readonly at: string
  /** Dotted verb code: `registry.changed`. */
  readonly act: string
  readonly actor: Actor
  readonly subject: Thing
  /** Further things it concerns: the patient of a document, the account somebody typed for. */
  readonly about?: readonly Thing[]
  readonly outcome?: 'done' | 'refused' | 'failed'
  readonly detail?: SealedDetail
  readonly blobs?: readonly SealedBlob[]
  /** In the first entry of a log only: the last checkpoint of the log it continues. */
  readonly previous?: LogEnd
  /** The entry that recorded the version before this one; it may lie in an older log. */
  readonly prior?: { readonly log: string; readonly index: number }
}

export interface Actor {
  readonly kind: 'account' | 'system' | 'console' | 'anonymous' | 'peer'
  readonly id?: string
  /** The session in which an account acted; its sign-in entry says from where. */
  readonly session?: string
}

/** Named by an opaque id that names nobody to a stranger. */
export interface Thing {
  readonly kind: string
  readonly id: string
}

/** Digest and length are those of the ciphertext; the commitment binds the plaintext without describing it. */
export interface SealedDetail {
  readonly sha256: string
  readonly length: number
  readonly commitment: string
  /** The data key that opens it. */
  readonly key: string
}

export interface SealedBlob {
  readonly sha256: string
  readonly length: number
  readonly commitment?: string
}

export interface LogEnd {
  readonly origin: string
  readonly size: number
  /** Root hash, 64 hex digits. */
  readonly root: string
}

export const ENTRY_VERSION = 0x01
const VERSION_TEXT = String.fromCharCode(ENTRY_VERSION)

// C2SP tlog-tiles writes the length of an entry in a bundle as a uint16.
export const MAX_ENTRY_BYTES = 65_535

/** The bytes of an entry: the version byte and canonical JSON. Refuses what `decodeEntry` would refuse. */
export function encodeEntry(entry: Entry): Uint8Array {
  checkEntry(entry)
  // A version below 0x80 is the same byte in UTF-8, so the text takes it along.
  const bytes = Buffer.from(VERSION_TEXT + canonical(entry as unknown as Plain), 'utf8')
  if (bytes.length > MAX_ENTRY_BYTES) throw malformed('', 'too long', { length: bytes.length })
  return bytes
}

/**
 * Reads an entry strictly: unknown members are refused and writing it again must give the same bytes, so that one
 * entry has one form. A version we do not know has an error of its own: it may be sound, but we cannot say so.
 */
export function decodeEntry(bytes: Uint8Array): Entry {
  if (bytes.length === 0 || bytes.length > MAX_ENTRY_BYTES) throw malformed('', 'length', { length: bytes.length })
  if (bytes[0] !== ENTRY_VERSION) throw new LedgerError('entry-unknown-version', { version: bytes[0] })
  const value = parseJson(bytes.subarray(1))
  checkEntry(value)
  if (Buffer.compare(encodeEntry(value), bytes) !== 0) throw malformed('', 'not canonical')
  return value
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    throw malformed('', 'not JSON')
  }
}

function malformed(path: string, problem: string, facts: Readonly<Record<string, unknown>> = {}): LedgerError {
  return new LedgerError('entry-malformed', { path, problem, ...facts })
}
