import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { LedgerError } from './error.ts'
import {
  barePublicKey,
  formatVerifierKey,
  isKeyName,
  type KeyKind,
  parseVerifierKey,
  privateKeyBytes,
  type VerifierKey,
} from './note-key.ts'
import { checkSignature } from './note-signature.ts'

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

export interface NoteSigner {
  readonly name: string
  /** `name+hash+key`, which is handed to those who verify. */
  readonly verifierKey: string
  sign(text: string): NoteSignature
}

/** A signature of a known key that was verified. */
export interface GoodNoteSignature {
  readonly key: VerifierKey
  readonly signature: NoteSignature
  /** When the cosigner says to have signed, POSIX seconds; undefined for a log's own signature. */
  readonly seconds: number | undefined
}

// A note carries one log signature and its witnesses; the specification asks for at least 16, of up to 5 kB each.
const MAX_NOTE_CHARACTERS = 500_000
const MAX_SIGNATURES = 64

/** A signer from a 32-byte Ed25519 seed. */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  const kind: KeyKind = 'ed25519'
  const key = createPrivateKey({ key: privateKeyBytes(kind, name, seed), format: 'der', type: 'pkcs8' })
  const verifierKey = formatVerifierKey(name, kind, barePublicKey(kind, createPublicKey(key)))
  const { keyId } = parseVerifierKey(verifierKey)
  return { name, verifierKey, sign: (text) => ({ name, keyId, bytes: sign(null, Buffer.from(text), key) }) }
}

/** The note as text: the text, an empty line, and a line for each signature. */
export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(formatSignatureLine).join('')}`
}

export function signNote(text: string, signers: readonly NoteSigner[]): string {
  const problem = problemOfText(text)
  if (problem !== undefined) throw malformed({ problem })
  return formatNote({ text, signatures: signers.map((signer) => signer.sign(text)) })
}

/** Reads a note without believing it. Text from outside: bounded before it is looked at, and taken apart strictly. */
export function parseNote(note: string): Note {
  if (note.length > MAX_NOTE_CHARACTERS) throw malformed({ problem: 'too long', length: note.length })
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n') || end + 2 >= note.length) throw malformed({ problem: 'no signatures' })
  const text = note.slice(0, end + 1)
  const problem = problemOfText(text)
  if (problem !== undefined) throw malformed({ problem })
  return { text, signatures: parseSignatureLines(note.slice(end + 2)) }
}

/** Reads signature lines that stand alone, as a witness answers with them. */
export function parseSignatureLines(lines: string): readonly NoteSignature[] {
  if (lines.length > MAX_NOTE_CHARACTERS) throw malformed({ problem: 'too long', length: lines.length })
  if (!lines.endsWith('\n')) throw malformed({ problem: 'no newline at the end' })
  const all = lines.slice(0, -1).split('\n')
  if (all.length > MAX_SIGNATURES) {
    throw malformed({ problem: 'too many signatures', limit: MAX_SIGNATURES, got: all.length })
  }
  return all.map(parseSignatureLine)
}

/**
 * The text of a note and its good signatures. Those of unknown keys are passed over; a bad signature of a known key
 * spoils the whole note (https://c2sp.org/signed-note#signatures). The list may be empty: ask it, or use `openNote`.
 */
export function verifyNote(
  note: string,
  keys: readonly VerifierKey[],
): { readonly text: string; readonly signatures: readonly GoodNoteSignature[] } {
  const { text, signatures } = parseNote(note)
  const good: GoodNoteSignature[] = []
  for (const signature of signatures) {
    const key = keys.find((known) => known.name === signature.name && known.keyId === signature.keyId)
    if (key === undefined) continue
    const checked = checkSignature(key, text, signature.bytes)
    if (checked === undefined) throw new LedgerError('note-not-signed', { badSignatureOf: key.name })
    good.push({ key, signature, seconds: checked.seconds })
  }
  return { text, signatures: good }
}

/** The text of a note that at least one of the keys signed. */
export function openNote(note: string, keys: readonly VerifierKey[]): string {
  const { text, signatures } = verifyNote(note, keys)
  if (signatures.length === 0) throw new LedgerError('note-not-signed', { by: keys.map((key) => key.name) })
  return text
}

export function formatSignatureLine({ name, keyId, bytes }: NoteSignature): string {
  const id = Buffer.alloc(4)
  id.writeUInt32BE(keyId)
  return `— ${name} ${Buffer.concat([id, bytes]).toString('base64')}\n`
}

function parseSignatureLine(line: string, index: number): NoteSignature {
  const bad = (problem: string) => malformed({ problem: `signature line: ${problem}`, line: index + 1 })
  if (line.endsWith('\r')) throw bad('carriage return')
  const [, name = '', base64 = ''] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? []
  if (!isKeyName(name)) throw bad('form')
  const bytes = Buffer.from(base64, 'base64')
  // Node forgives bad base64; only what it would write itself is accepted.
  if (bytes.toString('base64') !== base64) throw bad('base64 is not canonical')
  if (bytes.length < 5) throw bad('too short')
  return { name, keyId: bytes.readUInt32BE(0), bytes: bytes.subarray(4) }
}

/** What keeps a text from being a note's, in words; undefined when nothing does. */
function problemOfText(text: string): string | undefined {
  if (!text.endsWith('\n')) return 'text: no newline at the end'
  if (!text.isWellFormed()) return 'text: not Unicode'
  if (text.includes('\r')) return 'text: carriage return'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the specification forbids exactly these.
  return /[\x00-\x09\x0b-\x1f]/.test(text) ? 'text: control character' : undefined
}

function malformed(facts: Readonly<Record<string, unknown>>): LedgerError {
  return new LedgerError('note-malformed', facts)
}
