import { createPublicKey, hash, type KeyObject } from 'node:crypto'
import { LedgerError } from './error.ts'

/**
 * How a key signs: a plain Ed25519 note signature (https://c2sp.org/signed-note), or one of the two timestamped
 * cosignatures of https://c2sp.org/tlog-cosignature.
 */
export type KeyKind = 'ed25519' | 'cosignature-ed25519' | 'cosignature-ml-dsa-44'

export interface VerifierKey {
  readonly name: string
  readonly keyId: number
  readonly kind: KeyKind
  readonly key: KeyObject
  /** The bare bytes of the public key: two keys are one when these are. */
  readonly publicKey: Uint8Array
}

interface Scheme {
  readonly kind: KeyKind
  /** The signature type byte of the specification. */
  readonly type: number
  readonly keyBytes: number
  /** Bytes of the bare signature, without the timestamp. */
  readonly signatureBytes: number
  // Fixed DER prefixes (RFC 8410, RFC 9881): node:crypto takes no raw keys.
  readonly spki: Buffer
  readonly pkcs8: Buffer
}

const SEED_BYTES = 32
const ed25519Spki = Buffer.from('302a300506032b6570032100', 'hex')
const ed25519Pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const mlDsaSpki = Buffer.from('30820532300b06096086480165030403110382052100', 'hex')
const mlDsaPkcs8 = Buffer.from('3034020100300b060960864801650304031104228020', 'hex')

const ed25519 = { keyBytes: 32, signatureBytes: 64, spki: ed25519Spki, pkcs8: ed25519Pkcs8 }
const schemes: readonly Scheme[] = [
  { kind: 'ed25519', type: 0x01, ...ed25519 },
  { kind: 'cosignature-ed25519', type: 0x04, ...ed25519 },
  {
    kind: 'cosignature-ml-dsa-44',
    type: 0x06,
    keyBytes: 1312,
    signatureBytes: 2420,
    spki: mlDsaSpki,
    pkcs8: mlDsaPkcs8,
  },
]

// An ML-DSA-44 key in base64 with the longest name.
const MAX_VERIFIER_KEY_CHARACTERS = 2048

export function schemeOf(kind: KeyKind): Scheme {
  const scheme = schemes.find((one) => one.kind === kind)
  if (scheme === undefined) throw new TypeError(`no such kind of key: ${kind}`)
  return scheme
}

/** Reads `name+hash+key`; refuses an unknown type, a key of the wrong length, and a hash that is not the key's. */
export function parseVerifierKey(text: string): VerifierKey {
  if (text.length > MAX_VERIFIER_KEY_CHARACTERS) throw malformed({ problem: 'too long', length: text.length })
  const [, name = '', hex = '', base64 = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? []
  if (!isKeyName(name)) throw malformed({ problem: 'form' })
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.toString('base64') !== base64) throw malformed({ name, problem: 'base64 is not canonical' })
  const scheme = schemes.find(({ type }) => type === bytes[0])
  if (scheme === undefined) throw malformed({ name, problem: 'unknown type', type: bytes[0] })
  const publicKey = bytes.subarray(1)
  if (publicKey.length !== scheme.keyBytes) throw malformed({ name, problem: 'length', got: publicKey.length })
  const keyId = keyIdOf(name, scheme.type, publicKey)
  if (hexOf(keyId) !== hex) throw malformed({ name, expected: hexOf(keyId), got: hex })
  return { name, keyId, kind: scheme.kind, key: publicKeyOf(scheme, publicKey), publicKey }
}

/** `name+hash+key` from a bare public key: what is handed to those who verify. */
export function formatVerifierKey(name: string, kind: KeyKind, publicKey: Uint8Array): string {
  const { type, keyBytes } = schemeOf(kind)
  if (!isKeyName(name) || publicKey.length !== keyBytes) throw malformed({ name })
  const key = Buffer.concat([Buffer.of(type), publicKey]).toString('base64')
  return `${name}+${hexOf(keyIdOf(name, type, publicKey))}+${key}`
}

/** A private key from its 32-byte seed, as PKCS#8. */
export function privateKeyBytes(kind: KeyKind, name: string, seed: Uint8Array): Buffer {
  if (!isKeyName(name) || seed.length !== SEED_BYTES) throw malformed({ name })
  return Buffer.concat([schemeOf(kind).pkcs8, seed])
}

export function barePublicKey(kind: KeyKind, key: KeyObject): Uint8Array {
  return key.export({ format: 'der', type: 'spki' }).subarray(schemeOf(kind).spki.length)
}

/** The limit is ours: a name is a line of a text for people. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && name.length <= 255 && name.isWellFormed() && !/[\s+\p{Cc}]/u.test(name)
}

function keyIdOf(name: string, type: number, publicKey: Uint8Array): number {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(type), publicKey]), 'buffer').readUInt32BE(0)
}

function publicKeyOf({ spki }: Scheme, publicKey: Uint8Array): KeyObject {
  try {
    return createPublicKey({ key: Buffer.concat([spki, publicKey]), format: 'der', type: 'spki' })
  } catch (cause) {
    // An older runtime knows no ML-DSA: then its cosignatures cannot be judged, and we say so instead of passing them.
    throw malformed({ problem: 'this runtime cannot use the key', cause: String(cause) })
  }
}

function hexOf(keyId: number): string {
  return keyId.toString(16).padStart(8, '0')
}

function malformed(facts: Readonly<Record<string, unknown>>): LedgerError {
  return new LedgerError('key-malformed', facts)
}
