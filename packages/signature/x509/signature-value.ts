import { constants, createPublicKey, hash, type KeyObject, verify } from 'node:crypto'
import { insideOf, membersOf } from '../asn1/read.ts'
import { constructed, tag } from '../asn1/tag.ts'
import { expectTag, oidOf, smallIntegerOf } from '../asn1/value.ts'
import { Malformed } from '../malformed.ts'
import { type AlgorithmIdentifier, readAlgorithm } from './algorithm.ts'

export type DigestName =
  | 'MD5'
  | 'SHA-1'
  | 'SHA-224'
  | 'SHA-256'
  | 'SHA-384'
  | 'SHA-512'
  | 'SHA3-256'
  | 'SHA3-384'
  | 'SHA3-512'

const digests: Readonly<Record<string, DigestName>> = {
  '1.2.840.113549.2.5': 'MD5',
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
  '2.16.840.1.101.3.4.2.8': 'SHA3-256',
  '2.16.840.1.101.3.4.2.9': 'SHA3-384',
  '2.16.840.1.101.3.4.2.10': 'SHA3-512',
}

/** The digest that an object identifier names; undefined for one that we do not know. */
export const digestOf = (oid: string): DigestName | undefined => digests[oid]

export const digestOid = (name: DigestName): string => {
  const found = Object.entries(digests).find(([, digest]) => digest === name)
  if (!found) throw new RangeError(name)
  return found[0]
}

export const digest = (name: DigestName, octets: Uint8Array): Uint8Array => hash(nodeName(name), octets, 'buffer')

const nodeName = (name: DigestName): string => name.replace(/^SHA-/, 'sha').replace(/^SHA3/, 'sha3').toLowerCase()

/** 署名方式 — how a signature value was made: enough to check it, and to ask the policy about it. */
export interface SignatureScheme {
  readonly algorithm: 'RSA-PKCS1' | 'RSA-PSS' | 'ECDSA' | 'DSA' | 'Ed25519' | 'Ed448'
  /** null: named apart (CMS rsaEncryption), or built in (Ed25519). */
  readonly digest: DigestName | null
  /** RSA-PSS only. */
  readonly saltLength?: number
}

const schemes: Readonly<Record<string, SignatureScheme>> = {
  '1.2.840.113549.1.1.1': { algorithm: 'RSA-PKCS1', digest: null },
  '1.2.840.113549.1.1.4': { algorithm: 'RSA-PKCS1', digest: 'MD5' },
  '1.2.840.113549.1.1.5': { algorithm: 'RSA-PKCS1', digest: 'SHA-1' },
  '1.2.840.113549.1.1.14': { algorithm: 'RSA-PKCS1', digest: 'SHA-224' },
  '1.2.840.113549.1.1.11': { algorithm: 'RSA-PKCS1', digest: 'SHA-256' },
  '1.2.840.113549.1.1.12': { algorithm: 'RSA-PKCS1', digest: 'SHA-384' },
  '1.2.840.113549.1.1.13': { algorithm: 'RSA-PKCS1', digest: 'SHA-512' },
  '1.2.840.10040.4.1': { algorithm: 'DSA', digest: null },
  '1.2.840.10040.4.3': { algorithm: 'DSA', digest: 'SHA-1' },
  '2.16.840.1.101.3.4.3.2': { algorithm: 'DSA', digest: 'SHA-256' },
  '1.2.840.10045.2.1': { algorithm: 'ECDSA', digest: null },
  '1.2.840.10045.4.1': { algorithm: 'ECDSA', digest: 'SHA-1' },
  '1.2.840.10045.4.3.1': { algorithm: 'ECDSA', digest: 'SHA-224' },
  '1.2.840.10045.4.3.2': { algorithm: 'ECDSA', digest: 'SHA-256' },
  '1.2.840.10045.4.3.3': { algorithm: 'ECDSA', digest: 'SHA-384' },
  '1.2.840.10045.4.3.4': { algorithm: 'ECDSA', digest: 'SHA-512' },
  '1.3.101.112': { algorithm: 'Ed25519', digest: null },
  '1.3.101.113': { algorithm: 'Ed448', digest: null },
}

/** Null for an algorithm that we do not know: such a signature cannot be judged, which is not the same as broken. */
export function schemeOf(identifier: AlgorithmIdentifier): SignatureScheme | null {
  if (identifier.oid === '1.2.840.113549.1.1.10') return pssScheme(identifier)
  return schemes[identifier.oid] ?? null
}

/** RFC 4055 §3.1: absent members mean SHA-1 and 20. The mask's digest must be the message's. */
function pssScheme({ parameters }: AlgorithmIdentifier): SignatureScheme | null {
  const members = parameters ? membersOf(expectTag(parameters, tag.sequence, 'PSS parameters')) : []
  const member = (number: number) => members.find((one) => one.tag === constructed(number))
  const [hashed, masked, salted, trailer] = [member(0), member(1), member(2), member(3)]
  const digestName = hashed ? digestOf(readAlgorithm(insideOf(hashed), 'PSS digest').oid) : 'SHA-1'
  const maskDigest = masked ? maskDigestOf(readAlgorithm(insideOf(masked), 'PSS mask')) : 'SHA-1'
  if (trailer && smallIntegerOf(insideOf(trailer), 'PSS trailer') !== 1) return null
  const saltLength = salted ? smallIntegerOf(insideOf(salted), 'PSS salt length') : 20
  if (saltLength < 0 || saltLength > 512) throw new Malformed('pss-salt-length', { saltLength })
  if (digestName === undefined || maskDigest !== digestName) return null
  return { algorithm: 'RSA-PSS', digest: digestName, saltLength }
}

function maskDigestOf({ oid, parameters }: AlgorithmIdentifier): DigestName | undefined {
  if (oid !== '1.2.840.113549.1.1.8' || !parameters) return undefined
  return digestOf(oidOf(membersOf(parameters)[0], 'PSS mask digest'))
}

/**
 * Whether `value` is a signature over `octets` by the key in `publicKey` (SubjectPublicKeyInfo, DER). `named` is the digest
 * that stands beside the scheme where the scheme itself names none. A key of another kind than the scheme's does not fit: false.
 */
export function holds(
  scheme: SignatureScheme,
  publicKey: Uint8Array,
  octets: Uint8Array,
  value: Uint8Array,
  named: DigestName | null = null,
): boolean {
  const key = keyOf(publicKey)
  const name = scheme.digest ?? named
  if (key === null || !fits(scheme, key)) return false
  if (scheme.algorithm === 'Ed25519' || scheme.algorithm === 'Ed448') return verify(null, octets, key, value)
  if (name === null) return false
  const padding = scheme.algorithm === 'RSA-PSS' ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING
  const rsa = scheme.algorithm.startsWith('RSA') ? { padding, saltLength: scheme.saltLength } : {}
  try {
    return verify(nodeName(name), octets, { key, ...rsa }, value)
  } catch (error) {
    if (isRefusedByOpenssl(error)) return false
    throw error
  }
}

/** A key may name the one digest that it is for (RSA-PSS, RFC 4055 §3.1): OpenSSL then refuses another, where it should say no. */
const isRefusedByOpenssl = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_OSSL_')

const keyKinds: Readonly<Record<SignatureScheme['algorithm'], readonly string[]>> = {
  'RSA-PKCS1': ['rsa'],
  'RSA-PSS': ['rsa', 'rsa-pss'],
  ECDSA: ['ec'],
  DSA: ['dsa'],
  Ed25519: ['ed25519'],
  Ed448: ['ed448'],
}

const fits = (scheme: SignatureScheme, key: KeyObject): boolean =>
  keyKinds[scheme.algorithm].includes(key.asymmetricKeyType ?? '')

const keys = new WeakMap<Uint8Array, KeyObject | null>()

/** Read once for each array of octets, which is once for each certificate that was read. */
function keyOf(publicKey: Uint8Array): KeyObject | null {
  const known = keys.get(publicKey)
  if (known !== undefined) return known
  const key = readKey(publicKey)
  keys.set(publicKey, key)
  return key
}

function readKey(publicKey: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
  } catch {
    // OpenSSL cannot read the key: nothing can be a signature by it.
    return null
  }
}

/** What the algorithm policy is asked about a key: `RSA` with its bits, `EC-prime256v1`, `Ed25519`. Null: unreadable. */
export function keyStrength(
  publicKey: Uint8Array,
): { readonly kind: string; readonly bits: number; readonly curve: string | null } | null {
  const key = keyOf(publicKey)
  if (key === null) return null
  const details = key.asymmetricKeyDetails ?? {}
  const curve = details.namedCurve ?? null
  return { kind: key.asymmetricKeyType ?? 'unknown', bits: details.modulusLength ?? curveBits[curve ?? ''] ?? 0, curve }
}

const curveBits: Readonly<Record<string, number>> = {
  secp224r1: 224,
  prime256v1: 256,
  secp384r1: 384,
  secp521r1: 521,
  brainpoolP256r1: 256,
  brainpoolP384r1: 384,
  brainpoolP512r1: 512,
}
