import { createDecipheriv, createHmac, hash, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { type Asn1, membersOf } from '../asn1/read.ts'
import { tag } from '../asn1/tag.ts'
import { expectTag, octetsOf, smallIntegerOf } from '../asn1/value.ts'
import { Malformed } from '../malformed.ts'
import { type AlgorithmIdentifier, readAlgorithm } from '../x509/algorithm.ts'
import { SigningKeyError } from './signing-key-error.ts'

/** For the whole file, which is opened in three steps of 1 to 600,000 each. Two million take some seconds. */
const mostIterations = 2_000_000

/** The password, and how many iterations the rest of the file may still ask for. */
export interface Lock {
  readonly password: string
  left: number
}

export const lockOf = (password: string): Lock => ({ password, left: mostIterations })

const macDigests: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** Checked before anything else is opened, so that a wrong password is told as one. */
export function checkMac(mac: Asn1 | undefined, authenticated: Uint8Array, lock: Lock): void {
  const [told, salt, rounds] = membersOf(expectTag(mac, tag.sequence, 'MAC'))
  const [algorithm, value] = membersOf(expectTag(told, tag.sequence, 'MAC value'))
  const digest = macDigests[readAlgorithm(algorithm).oid]
  if (digest === undefined) throw new SigningKeyError('unsupported-encryption', { mac: readAlgorithm(algorithm).oid })
  const expected = octetsOf(value)
  const key = pkcs12Key(digest, lock, octetsOf(salt), iterationsOf(rounds), 3, sizeOf(digest).digest)
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

interface Size {
  readonly block: number
  readonly digest: number
}

const sizes: Readonly<Record<string, Size>> = {
  sha1: { block: 64, digest: 20 },
  sha256: { block: 64, digest: 32 },
  sha384: { block: 128, digest: 48 },
  sha512: { block: 128, digest: 64 },
}

const sizeOf = (digest: string): Size => sizes[digest] ?? { block: 64, digest: 32 }

/** Programs write 8 to 64 octets; each part of a key goes over the salt again. */
const longestSalt = 1024

/** RFC 7292, appendix B.2. `purpose`: 1 key, 2 initial vector, 3 MAC. */
function pkcs12Key(
  digest: string,
  lock: Lock,
  salt: Uint8Array,
  iterations: number,
  purpose: 1 | 2 | 3,
  length: number,
): Uint8Array {
  if (salt.length > longestSalt) throw new Malformed('pkcs12-salt', { limit: longestSalt })
  const { block } = sizeOf(digest)
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
export function decrypt(algorithm: AlgorithmIdentifier, cipher: Uint8Array, lock: Lock): Uint8Array {
  const parameters = algorithm.parameters === null ? [] : membersOf(algorithm.parameters)
  if (algorithm.oid === '1.2.840.113549.1.12.1.3') {
    const [salt, rounds] = [octetsOf(parameters[0]), iterationsOf(parameters[1])]
    const key = pkcs12Key('sha1', lock, salt, rounds, 1, 24)
    return opened('des-ede3-cbc', key, pkcs12Key('sha1', lock, salt, rounds, 2, 8), cipher)
  }
  if (algorithm.oid !== '1.2.840.113549.1.5.13')
    throw new SigningKeyError('unsupported-encryption', { algorithm: algorithm.oid })
  const [derivation, encryption] = [readAlgorithm(parameters[0]), readAlgorithm(parameters[1])]
  const name = ciphers[encryption.oid]
  if (
    derivation.oid !== '1.2.840.113549.1.5.12' ||
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
