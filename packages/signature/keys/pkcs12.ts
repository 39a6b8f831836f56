import {
  createDecipheriv,
  createHmac,
  createPrivateKey,
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
import type { SigningKey } from './signing-key.ts'
import { SigningKeyError } from './signing-key-error.ts'
import { softwareKey } from './software-key.ts'

/** OpenSSL and Windows write 2,048 to 600,000; ten million take some ten seconds, and only a hostile file asks for more. */
const mostIterations = 10_000_000
/** A key with a chain takes some 10 kB. */
const biggestFile = 4 * 1024 * 1024

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

/** A private key with its certificates from a PKCS#12 file (RFC 7292). The MAC is checked first, so that a wrong password is told as one. */
export function readPkcs12(bytes: Uint8Array, password: string): SigningKey {
  if (bytes.length > biggestFile) throw new Malformed('pkcs12-too-big', { limit: biggestFile })
  const [version, content, mac] = membersOf(expectTag(readAsn1(bytes, 'BER'), tag.sequence, 'PFX'))
  if (smallIntegerOf(version, 'version') !== 3) throw new Malformed('pkcs12-version')
  const authenticated = dataOf(content)
  checkMac(mac, authenticated, password)
  const bags = membersOf(expectTag(readAsn1(authenticated, 'BER'), tag.sequence, 'safe')).flatMap((info) =>
    membersOf(readAsn1(contentsOf(info, password), 'BER')),
  )
  const read = bags.map((bag) => readBag(bag, password))
  const key = read.find((one): one is KeyObject => one !== null && 'asymmetricKeyType' in one)
  if (key === undefined) throw new SigningKeyError('no-private-key')
  return softwareKey(
    key,
    read.filter((one): one is Certificate => one !== null && 'fingerprint' in one),
  )
}

function dataOf(info: Asn1 | undefined): Uint8Array {
  const [type, holder] = membersOf(expectTag(info, tag.sequence, 'content info'))
  if (oidOf(type) !== oids.data) throw new SigningKeyError('unsupported-encryption', { content: oidOf(type) })
  return octetsOf(insideOf(expectTag(holder, constructed(0), 'content')))
}

function contentsOf(info: Asn1, password: string): Uint8Array {
  const [type, holder] = membersOf(expectTag(info, tag.sequence, 'content info'))
  if (oidOf(type) !== oids.encryptedData) return dataOf(info)
  const [, encrypted] = membersOf(insideOf(expectTag(holder, constructed(0), 'content')))
  const [, algorithm, octets] = membersOf(expectTag(encrypted, tag.sequence, 'encrypted content'))
  if (octets === undefined) throw new Malformed('pkcs12-encrypted-content')
  const cipher = octets.tag === 0x80 ? octets.content : Buffer.concat(membersOf(octets).map((part) => octetsOf(part)))
  return decrypt(readAlgorithm(algorithm), cipher, password)
}

function readBag(bag: Asn1, password: string): KeyObject | Certificate | null {
  const [type, holder] = membersOf(expectTag(bag, tag.sequence, 'bag'))
  const value = insideOf(expectTag(holder, constructed(0), 'bag'))
  switch (oidOf(type)) {
    case oids.keyBag:
      return privateKey(value.raw)
    case oids.shroudedKeyBag: {
      const [algorithm, octets] = membersOf(value)
      return privateKey(decrypt(readAlgorithm(algorithm), octetsOf(octets), password))
    }
    case oids.certificateBag: {
      const [kind, octets] = membersOf(value)
      return oidOf(kind) === oids.x509Certificate
        ? readCertificate(octetsOf(insideOf(expectTag(octets, constructed(0), 'certificate'))))
        : null
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

function checkMac(mac: Asn1 | undefined, authenticated: Uint8Array, password: string): void {
  const [told, salt, rounds] = membersOf(expectTag(mac, tag.sequence, 'MAC'))
  const [algorithm, value] = membersOf(expectTag(told, tag.sequence, 'MAC value'))
  const digest = macDigests[readAlgorithm(algorithm).oid]
  if (digest === undefined) throw new SigningKeyError('unsupported-encryption', { mac: readAlgorithm(algorithm).oid })
  const expected = octetsOf(value)
  const key = pkcs12Key(digest, password, octetsOf(salt), iterationsOf(rounds), 3, expected.length)
  const made = createHmac(digest, key).update(authenticated).digest()
  if (made.length !== expected.length || !timingSafeEqual(made, expected)) throw new SigningKeyError('wrong-password')
}

function iterationsOf(value: Asn1 | undefined): number {
  const rounds = value === undefined ? 1 : smallIntegerOf(value, 'iterations')
  if (rounds < 1 || rounds > mostIterations)
    throw new SigningKeyError('too-much-work', { iterations: rounds, limit: mostIterations })
  return rounds
}

const blockBytes: Readonly<Record<string, number>> = { sha1: 64, sha256: 64, sha384: 128, sha512: 128 }

/** RFC 7292, appendix B.2. `purpose`: 1 key, 2 initial vector, 3 MAC. */
function pkcs12Key(
  digest: string,
  password: string,
  salt: Uint8Array,
  iterations: number,
  purpose: 1 | 2 | 3,
  length: number,
): Uint8Array {
  const block = blockBytes[digest] ?? 64
  const text = Buffer.from(`${password}\0`, 'utf16le').swap16()
  const input = Buffer.concat([filled(salt, block), filled(text, block)])
  const parts: Uint8Array[] = []
  for (let made = 0; made < length; ) {
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
function decrypt(algorithm: AlgorithmIdentifier, cipher: Uint8Array, password: string): Uint8Array {
  const parameters = algorithm.parameters === null ? [] : membersOf(algorithm.parameters)
  if (algorithm.oid === '1.2.840.113549.1.12.1.3') {
    const [salt, rounds] = [octetsOf(parameters[0]), iterationsOf(parameters[1])]
    const key = pkcs12Key('sha1', password, salt, rounds, 1, 24)
    return opened('des-ede3-cbc', key, pkcs12Key('sha1', password, salt, rounds, 2, 8), cipher)
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
  const key = pbkdf2Sync(password, octetsOf(salt), iterationsOf(rounds), keyBytes[name] ?? 32, prf)
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
