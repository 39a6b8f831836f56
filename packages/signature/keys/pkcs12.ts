import {
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hash,
  type KeyObject,
  pbkdf2Sync,
  timingSafeEqual,
} from 'node:crypto'
import { type Asn1, insideOf, membersOf, readAsn1 } from '../asn1/read.ts'
import { constructed, tag } from '../asn1/tag.ts'
import { expectTag, octetsOf, oidOf, smallIntegerOf } from '../asn1/value.ts'
import { Malformed } from '../malformed.ts'
import { type AlgorithmIdentifier, readAlgorithm } from '../x509/algorithm.ts'
import { type Certificate, readCertificate } from '../x509/certificate.ts'
import { type CertificateWish, chooseCertificate } from './choose-certificate.ts'
import type { SigningKey } from './signing-key.ts'
import { SigningKeyError } from './signing-key-error.ts'
import { softwareKey } from './software-key.ts'

/** For the whole file, which is opened in three steps of 1 to 600,000 each. Two million take some seconds. */
const mostIterations = 2_000_000
/** A key with a chain takes some 10 kB. */
const biggestFile = 4 * 1024 * 1024

/** The password, and how many iterations the rest of the file may still ask for. */
interface Lock {
  readonly password: string
  left: number
}

const oids = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
} as const

/**
 * A private key with its certificates from a PKCS#12 file (RFC 7292). The MAC is checked first, so that a wrong password is told as
 * one. Of several keys the one of the signing certificate is taken; the only one is taken as named with its file.
 */
export function readPkcs12(bytes: Uint8Array, password: string, wish: CertificateWish): SigningKey {
  const { keys, certificates } = openPkcs12(bytes, password)
  if (keys.length === 0) throw new SigningKeyError('no-private-key')
  if (certificates.length === 0) throw new SigningKeyError('no-certificate')
  // By the public key, which cannot err; localKeyID only says what whoever wrote the file believed.
  const keyOf = new Map(keys.map((key) => [publicKeyOf(key), key]))
  const own = certificates.filter(({ publicKey }) => keyOf.has(inHex(publicKey)))
  const [first, ...others] = own
  if (first === undefined)
    throw new SigningKeyError('key-of-another-certificate', { certificates: certificates.length })
  const only = others.length === 0 ? first.fingerprint : null
  const chosen = chooseCertificate(own, { ...wish, fingerprint: wish.fingerprint ?? only })
  const key = keyOf.get(inHex(chosen.publicKey))
  if (key === undefined) throw new SigningKeyError('no-private-key')
  return softwareKey(key, [chosen, ...certificates])
}

const inHex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex')
const publicKeyOf = (key: KeyObject): string => inHex(createPublicKey(key).export({ type: 'spki', format: 'der' }))

interface Pkcs12Contents {
  readonly keys: readonly KeyObject[]
  readonly certificates: readonly Certificate[]
}

function openPkcs12(bytes: Uint8Array, password: string): Pkcs12Contents {
  if (bytes.length > biggestFile) throw new Malformed('pkcs12-too-big', { limit: biggestFile })
  const [version, content, mac] = membersOf(expectTag(readAsn1(bytes, 'BER'), tag.sequence, 'PFX'))
  if (smallIntegerOf(version, 'version') !== 3) throw new Malformed('pkcs12-version')
  const authenticated = dataOf(content)
  const lock = { password, left: mostIterations }
  checkMac(mac, authenticated, lock)
  return openSafe(authenticated, lock)
}

/** AuthenticatedSafe: what stands behind the MAC. */
export function openSafe(authenticated: Uint8Array, lock: Lock): Pkcs12Contents {
  const bags = membersOf(expectTag(readAsn1(authenticated, 'BER'), tag.sequence, 'safe')).flatMap((info) =>
    membersOf(readAsn1(contentsOf(info, lock), 'BER')),
  )
  const read = bags.map((bag) => readBag(bag, lock))
  return {
    keys: read.flatMap((one) => (one?.kind === 'key' ? [one.key] : [])),
    certificates: read.flatMap((one) => (one?.kind === 'certificate' ? [one.certificate] : [])),
  }
}

function dataOf(info: Asn1 | undefined): Uint8Array {
  const [type, holder] = membersOf(expectTag(info, tag.sequence, 'content info'))
  if (oidOf(type) !== oids.data) throw new SigningKeyError('unsupported-encryption', { content: oidOf(type) })
  return octetsOf(insideOf(expectTag(holder, constructed(0), 'content')))
}

function contentsOf(info: Asn1, lock: Lock): Uint8Array {
  const [type, holder] = membersOf(expectTag(info, tag.sequence, 'content info'))
  if (oidOf(type) !== oids.encryptedData) return dataOf(info)
  const [, encrypted] = membersOf(insideOf(expectTag(holder, constructed(0), 'content')))
  const [, algorithm, octets] = membersOf(expectTag(encrypted, tag.sequence, 'encrypted content'))
  if (octets === undefined) throw new Malformed('pkcs12-encrypted-content')
  const cipher = octets.tag === 0x80 ? octets.content : Buffer.concat(membersOf(octets).map((part) => octetsOf(part)))
  return decrypt(readAlgorithm(algorithm), cipher, lock)
}

type Bag =
  | { readonly kind: 'key'; readonly key: KeyObject }
  | { readonly kind: 'certificate'; readonly certificate: Certificate }

/** null: something else that people keep in such files. */
function readBag(bag: Asn1, lock: Lock): Bag | null {
  const [type, holder] = membersOf(expectTag(bag, tag.sequence, 'bag'))
  const value = insideOf(expectTag(holder, constructed(0), 'bag'))
  switch (oidOf(type)) {
    case oids.keyBag:
      return { kind: 'key', key: privateKey(value.raw) }
    case oids.shroudedKeyBag: {
      const [algorithm, octets] = membersOf(value)
      return { kind: 'key', key: privateKey(decrypt(readAlgorithm(algorithm), octetsOf(octets), lock)) }
    }
    case oids.certificateBag: {
      const [kind, octets] = membersOf(value)
      if (oidOf(kind) !== oids.x509Certificate) return null
      const raw = octetsOf(insideOf(expectTag(octets, constructed(0), 'certificate')))
      return { kind: 'certificate', certificate: readCertificate(raw) }
    }
    default:
      return null
  }
}

function privateKey(octets: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(octets), format: 'der', type: 'pkcs8' })
  } catch (error) {
    throw new Malformed('pkcs12-private-key', { reason: error instanceof Error ? error.message : '' })
  }
}

const macDigests: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

function checkMac(mac: Asn1 | undefined, authenticated: Uint8Array, lock: Lock): void {
  const [told, salt, rounds] = membersOf(expectTag(mac, tag.sequence, 'MAC'))
  const [algorithm, value] = membersOf(expectTag(told, tag.sequence, 'MAC value'))
  const digest = macDigests[readAlgorithm(algorithm).oid]
  if (digest === undefined) throw new SigningKeyError('unsupported-encryption', { mac: readAlgorithm(algorithm).oid })
  const expected = octetsOf(value)
  const key = pkcs12Key(digest, lock, octetsOf(salt), iterationsOf(rounds), 3, expected.length)
  const made = createHmac(digest, key).update(authenticated).digest()
  if (made.length !== expected.length || !timingSafeEqual(made, expected)) throw new SigningKeyError('wrong-password')
}

function iterationsOf(value: Asn1 | undefined): number {
  const rounds = value === undefined ? 1 : smallIntegerOf(value, 'iterations')
  if (rounds < 1) throw new Malformed('pkcs12-iterations')
  return rounds
}

/** Before the work is done. */
function spend(lock: Lock, iterations: number): void {
  lock.left -= iterations
  if (lock.left < 0) throw new SigningKeyError('too-much-work', { iterations, limit: mostIterations })
}

const blockBytes: Readonly<Record<string, number>> = { sha1: 64, sha256: 64, sha384: 128, sha512: 128 }

/** RFC 7292, appendix B.2. `purpose`: 1 key, 2 initial vector, 3 MAC. */
function pkcs12Key(
  digest: string,
  lock: Lock,
  salt: Uint8Array,
  iterations: number,
  purpose: 1 | 2 | 3,
  length: number,
): Uint8Array {
  const block = blockBytes[digest] ?? 64
  const text = Buffer.from(`${lock.password}\0`, 'utf16le').swap16()
  const input = Buffer.concat([filled(salt, block), filled(text, block)])
  const parts: Uint8Array[] = []
  for (let made = 0; made < length; ) {
    spend(lock, iterations)
    let part: Uint8Array = hash(digest, Buffer.concat([Buffer.alloc(block, purpose), input]), 'buffer')
    for (let i = 1; i < iterations; i++) part = hash(digest, part, 'buffer')
    parts.push(part)
    made += part.length
    addOne(input, filled(part, block).subarray(0, block), block)
  }
  return Buffer.concat(parts).subarray(0, length)
}

/** The octets again and again, up to a whole number of blocks. */
function filled(octets: Uint8Array, block: number): Buffer {
  if (octets.length === 0) return Buffer.alloc(0)
  const length = Math.ceil(octets.length / block) * block
  return Buffer.alloc(length, octets)
}

/** Each block of `input` becomes block + added + 1, modulo 2 to the bits of a block. */
function addOne(input: Buffer, added: Uint8Array, block: number): void {
  for (let start = 0; start < input.length; start += block) {
    let carry = 1
    for (let i = block - 1; i >= 0; i--) {
      carry += (input[start + i] ?? 0) + (added[i] ?? 0)
      input[start + i] = carry & 0xff
      carry >>= 8
    }
  }
}

const ciphers: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.1.2': 'aes-128-cbc',
  '2.16.840.1.101.3.4.1.22': 'aes-192-cbc',
  '2.16.840.1.101.3.4.1.42': 'aes-256-cbc',
  '1.2.840.113549.3.7': 'des-ede3-cbc',
}
const keyBytes: Readonly<Record<string, number>> = {
  'aes-128-cbc': 16,
  'aes-192-cbc': 24,
  'aes-256-cbc': 32,
  'des-ede3-cbc': 24,
}
const prfs: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}

/** PBES2 (RFC 8018) and pbeWithSHAAnd3-KeyTripleDES. RC2 of 40 bits, which old Windows wrote, is in no OpenSSL of today. */
function decrypt(algorithm: AlgorithmIdentifier, cipher: Uint8Array, lock: Lock): Uint8Array {
  const parameters = algorithm.parameters === null ? [] : membersOf(algorithm.parameters)
  if (algorithm.oid === '1.2.840.113549.1.12.1.3') {
    const [salt, rounds] = [octetsOf(parameters[0]), iterationsOf(parameters[1])]
    const key = pkcs12Key('sha1', lock, salt, rounds, 1, 24)
    return opened('des-ede3-cbc', key, pkcs12Key('sha1', lock, salt, rounds, 2, 8), cipher)
  }
  if (algorithm.oid !== oids.pbes2) throw new SigningKeyError('unsupported-encryption', { algorithm: algorithm.oid })
  const [derivation, encryption] = [readAlgorithm(parameters[0]), readAlgorithm(parameters[1])]
  const name = ciphers[encryption.oid]
  if (
    derivation.oid !== oids.pbkdf2 ||
    name === undefined ||
    derivation.parameters === null ||
    encryption.parameters === null
  )
    throw new SigningKeyError('unsupported-encryption', { derivation: derivation.oid, encryption: encryption.oid })
  const [salt, rounds, ...rest] = membersOf(derivation.parameters)
  const prfAt = rest.find((one) => one.tag === tag.sequence)
  const prf = prfAt === undefined ? 'sha1' : prfs[readAlgorithm(prfAt).oid]
  if (prf === undefined) throw new SigningKeyError('unsupported-encryption', { derivation: derivation.oid })
  const iterations = iterationsOf(rounds)
  spend(lock, iterations)
  const key = pbkdf2Sync(lock.password, octetsOf(salt), iterations, keyBytes[name] ?? 32, prf)
  return opened(name, key, octetsOf(encryption.parameters), cipher)
}

function opened(name: string, key: Uint8Array, vector: Uint8Array, cipher: Uint8Array): Uint8Array {
  try {
    const decipher = createDecipheriv(name, key, vector)
    return Buffer.concat([decipher.update(cipher), decipher.final()])
  } catch (error) {
    throw new SigningKeyError('wrong-password', {}, { cause: error })
  }
}
