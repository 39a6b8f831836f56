import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'
import { LedgerError } from './error.ts'

/** A text signed by one or more keys: https://c2sp.org/signed-note. */
export interface Note {
  /** What is signed, its last newline included. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export interface NoteSignature {
  readonly name: string
  readonly keyId: number
  readonly bytes: Uint8Array
}

export interface VerifierKey {
  readonly name: string
  readonly keyId: number
  readonly key: KeyObject
}

export interface NoteSigner {
  readonly name: string
  /** `name+hash+key`, which is handed to those who verify. */
  readonly verifierKey: string
  sign(text: string): NoteSignature
}

const ED25519 = 0x01
const KEY_BYTES = 32
const SIGNATURE_BYTES = 64
// Fixed DER prefixes of an Ed25519 key (RFC 8410): node:crypto takes no raw keys.
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

// A note carries one log signature and its witnesses; the specification asks for at least 16, of up to 5 kB each.
const MAX_NOTE_CHARACTERS = 500_000
const MAX_SIGNATURES = 64

/** A signer from a 32-byte Ed25519 seed. */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  if (!isKeyName(name) || seed.length !== KEY_BYTES) throw new LedgerError('key-malformed', { name })
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = rawPublicKey(createPublicKey(key))
  const keyId = keyIdOf(name, publicKey)
  return {
    name,
    verifierKey: `${name}+${hexOf(keyId)}+${Buffer.concat([Buffer.of(ED25519), publicKey]).toString('base64')}`,
    sign: (text) => ({ name, keyId, bytes: sign(null, Buffer.from(text), key) }),
  }
}

/** Reads `name+hash+key`; refuses any type but Ed25519 and a hash that is not the key's. */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name = '', hex = '', base64 = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text) ?? []
  const bytes = Buffer.from(base64, 'base64')
  const publicKey = bytes.subarray(1)
  if (!isKeyName(name) || bytes[0] !== ED25519 || publicKey.length !== KEY_BYTES) throw new LedgerError('key-malformed')
  const keyId = keyIdOf(name, publicKey)
  if (hexOf(keyId) !== hex) throw new LedgerError('key-malformed', { name, expected: hexOf(keyId), got: hex })
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' })
  return { name, keyId, key }
}

/** The note as text: the text, an empty line, and a line for each signature. */
export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(signatureLine).join('')}`
}

export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!isNoteText(text)) throw new LedgerError('note-malformed', { problem: 'text' })
  return formatNote({ text, signatures: signers.map((signer) => signer.sign(text)) })
}

/** Reads a note without believing it. Text from outside: bounded before it is looked at, and taken apart strictly. */
export function parseNote(note: string): Note {
  if (note.length > MAX_NOTE_CHARACTERS) throw new LedgerError('note-malformed', { problem: 'too long' })
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) throw new LedgerError('note-malformed', { problem: 'no signatures' })
  const text = note.slice(0, end + 1)
  const lines = note.slice(end + 2, -1).split('\n')
  if (!isNoteText(text)) throw new LedgerError('note-malformed', { problem: 'text' })
  if (lines.length > MAX_SIGNATURES) throw new LedgerError('note-malformed', { problem: 'too many signatures' })
  return { text, signatures: lines.map(parseSignatureLine) }
}

/**
 * The text of a note that at least one of the keys signed. Signatures of unknown keys are passed over; a bad signature
 * of a known key spoils the whole note.
 */
export function openNote(note: string, keys: readonly VerifierKey[]): string {
  const { text, signatures } = parseNote(note)
  let signed = false
  for (const signature of signatures) {
    const key = keys.find((known) => known.name === signature.name && known.keyId === signature.keyId)
    if (key === undefined) continue
    if (!isSignatureOf(key, text, signature.bytes))
      throw new LedgerError('note-not-signed', { badSignatureOf: key.name })
    signed = true
  }
  if (!signed) throw new LedgerError('note-not-signed', { by: keys.map((key) => key.name) })
  return text
}

function isSignatureOf(key: VerifierKey, text: string, bytes: Uint8Array): boolean {
  return bytes.length === SIGNATURE_BYTES && verify(null, Buffer.from(text), key.key, bytes)
}

function signatureLine({ name, keyId, bytes }: NoteSignature): string {
  const id = Buffer.alloc(4)
  id.writeUInt32BE(keyId)
  return `— ${name} ${Buffer.concat([id, bytes]).toString('base64')}\n`
}

function parseSignatureLine(line: string): NoteSignature {
  const [, name = '', base64 = ''] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? []
  const bytes = Buffer.from(base64, 'base64')
  // Node forgives bad base64; only what it would write itself is accepted.
  if (!isKeyName(name) || bytes.length < 5 || bytes.toString('base64') !== base64) {
    throw new LedgerError('note-malformed', { problem: 'signature line' })
  }
  return { name, keyId: bytes.readUInt32BE(0), bytes: bytes.subarray(4) }
}

function isKeyName(name: string): boolean {
  return name.length > 0 && name.length <= 255 && name.isWellFormed() && !/[\s+\p{Cc}]/u.test(name)
}

function isNoteText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the specification forbids exactly these.
  return text.endsWith('\n') && text.isWellFormed() && !/[\x00-\x09\x0b-\x1f]/.test(text)
}

function keyIdOf(name: string, publicKey: Uint8Array): number {
  const bytes = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), publicKey])
  return hash('sha256', bytes, 'buffer').readUInt32BE(0)
}

function hexOf(keyId: number): string {
  return keyId.toString(16).padStart(8, '0')
}

function rawPublicKey(key: KeyObject): Uint8Array {
  return key.export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length)
}
