import { hash } from 'node:crypto'
import { type Asn1, insideOf, membersOf, readAsn1 } from '../asn1/read.ts'
import { constructed, tag } from '../asn1/tag.ts'
import {
  bitStringOctetsOf,
  booleanOf,
  expectTag,
  integerOf,
  type Moment,
  momentOf,
  octetsOf,
  oidOf,
  smallIntegerOf,
} from '../asn1/value.ts'
import { Malformed } from '../malformed.ts'
import { type AlgorithmIdentifier, readAlgorithm } from './algorithm.ts'
import { type Name, readName } from './name.ts'

export interface Extension {
  readonly oid: string
  readonly critical: boolean
  /** The octets inside the extension's OCTET STRING. */
  readonly value: Uint8Array
}

/** 証明書 — a certificate (RFC 5280 §4.1), in DER as it was transmitted. Nothing about it has been believed yet. */
export interface Certificate {
  readonly raw: Uint8Array
  /** What its issuer signed. */
  readonly signedPart: Uint8Array
  /** 1, 2 or 3. */
  readonly version: number
  readonly serialNumber: bigint
  readonly issuer: Name
  readonly subject: Name
  readonly notBefore: Moment
  readonly notAfter: Moment
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  readonly publicKeyAlgorithm: AlgorithmIdentifier
  /** The key's own octets inside the BIT STRING. */
  readonly publicKeyBits: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
  /** By object identifier; one that stands twice is refused (§4.2). */
  readonly extensions: ReadonlyMap<string, Extension>
  /** SHA-256 over the DER, lower-case hexadecimal. */
  readonly fingerprint: string
}

/** A certificate is a page of text; this is room for forty. */
const biggestCertificate = 256 * 1024

export function readCertificate(bytes: Uint8Array): Certificate {
  if (bytes.length > biggestCertificate) throw new Malformed('certificate-too-big', { limit: biggestCertificate })
  const [signedPart, algorithm, signature, ...more] = membersOf(expectTag(readAsn1(bytes), tag.sequence, 'certificate'))
  const body = expectTag(signedPart, tag.sequence, 'signed part')
  if (more.length > 0) throw new Malformed('certificate-too-many-members')
  const signatureAlgorithm = readAlgorithm(algorithm, 'signature algorithm')
  const { innerAlgorithm, ...facts } = readSignedPart(membersOf(body))
  if (Buffer.compare(innerAlgorithm.raw, signatureAlgorithm.raw) !== 0)
    throw new Malformed('certificate-two-algorithms')
  return {
    raw: bytes,
    signedPart: body.raw,
    ...facts,
    signatureAlgorithm,
    signature: bitStringOctetsOf(signature, 'signature'),
    fingerprint: hash('sha256', bytes, 'hex'),
  }
}

function readSignedPart(members: readonly Asn1[]) {
  const versioned = members[0]?.tag === constructed(0)
  const version = versioned && members[0] ? smallIntegerOf(insideOf(members[0]), 'version') + 1 : 1
  const [serial, algorithm, issuer, validity, subject, key, ...rest] = versioned ? members.slice(1) : members
  const [notBefore, notAfter] = membersOf(expectTag(validity, tag.sequence, 'validity'))
  const keyInfo = expectTag(key, tag.sequence, 'public key')
  const [keyAlgorithm, keyBits] = membersOf(keyInfo)
  return {
    version,
    serialNumber: integerOf(serial, 'serial number'),
    innerAlgorithm: readAlgorithm(algorithm, 'signature algorithm'),
    issuer: readName(expectTag(issuer, tag.sequence, 'issuer')),
    subject: readName(expectTag(subject, tag.sequence, 'subject')),
    notBefore: momentOf(notBefore, 'notBefore'),
    notAfter: momentOf(notAfter, 'notAfter'),
    publicKey: keyInfo.raw,
    publicKeyAlgorithm: readAlgorithm(keyAlgorithm, 'key algorithm'),
    publicKeyBits: bitStringOctetsOf(keyBits, 'public key'),
    extensions: readExtensions(rest.find((member) => member.tag === constructed(3))),
  }
}

/** Extensions as certificates, lists, list entries and OCSP answers carry them; `holder` is the [n] around them. */
export function readExtensions(holder: Asn1 | undefined): ReadonlyMap<string, Extension> {
  const found = new Map<string, Extension>()
  if (holder === undefined) return found
  for (const member of membersOf(expectTag(insideOf(holder), tag.sequence, 'extensions'))) {
    const extension = readExtension(member)
    if (found.has(extension.oid)) throw new Malformed('extension-twice', { oid: extension.oid })
    found.set(extension.oid, extension)
  }
  return found
}

export function readExtension(member: Asn1): Extension {
  const [type, second, third] = membersOf(expectTag(member, tag.sequence, 'extension'))
  const flagged = second?.tag === tag.boolean
  return {
    oid: oidOf(type, 'extension'),
    critical: flagged ? booleanOf(second, 'critical') : false,
    value: octetsOf(flagged ? third : second, 'extension'),
  }
}
