import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { type Asn1, insideOf, membersOf, readAsn1 } from '../asn1/read.ts'
import { constructed, tag } from '../asn1/tag.ts'
import { expectTag, octetsOf, oidOf, smallIntegerOf } from '../asn1/value.ts'
import { Malformed } from '../malformed.ts'
import { readAlgorithm } from '../x509/algorithm.ts'
import { type Certificate, readCertificate } from '../x509/certificate.ts'
import { type CertificateWish, chooseCertificate } from './choose-certificate.ts'
import { checkMac, decrypt, type Lock, lockOf } from './pkcs12-lock.ts'
import type { SigningKey } from './signing-key.ts'
import { SigningKeyError } from './signing-key-error.ts'
import { softwareKey } from './software-key.ts'

/** A key with a chain takes some 10 kB. */
const biggestFile = 4 * 1024 * 1024

const oids = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
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
  const lock = lockOf(password)
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
