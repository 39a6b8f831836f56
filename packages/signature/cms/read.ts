import { type Asn1, insideOf, membersOf, readAsn1 } from '../asn1/read.ts'
import { constructed, primitive, tag } from '../asn1/tag.ts'
import { expectTag, integerOf, octetsOf, oidOf, smallIntegerOf } from '../asn1/value.ts'
import { Malformed } from '../malformed.ts'
import { type AlgorithmIdentifier, readAlgorithm } from '../x509/algorithm.ts'
import { readName } from '../x509/name.ts'
import { cmsOid } from './oids.ts'

/** 属性 — an attribute of a signer, with its values as transmitted. */
export interface CmsAttribute {
  readonly oid: string
  readonly raw: Uint8Array
  readonly values: readonly Asn1[]
}

/** Which certificate a signer says is theirs: by issuer and number, or by key identifier. A hint, not a binding. */
export type SignerIdentifier =
  | { readonly kind: 'issuer-and-serial'; readonly issuerKey: string; readonly serialNumber: bigint }
  | { readonly kind: 'key-identifier'; readonly keyIdentifier: Uint8Array }

/** 署名者情報 — one SignerInfo (RFC 5652 §5.3). */
export interface SignerInfo {
  readonly raw: Uint8Array
  readonly version: number
  readonly identifier: SignerIdentifier
  readonly digestAlgorithm: AlgorithmIdentifier
  /** null: there are none, and the content itself is signed. */
  readonly signedAttributes: readonly CmsAttribute[] | null
  /** The octets that were signed: the attributes as a SET OF in DER (§5.4); null without attributes. */
  readonly signedOctets: Uint8Array | null
  /** The transmitted octets of the [0], for archive stamps. */
  readonly signedAttributesRaw: Uint8Array | null
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
  readonly unsignedAttributes: readonly CmsAttribute[]
}

/** 署名データ — SignedData (RFC 5652 §5.1). */
export interface SignedData {
  readonly version: number
  readonly contentType: string
  /** null: detached. */
  readonly content: Uint8Array | null
  /** Certificates in DER; other kinds of CertificateChoices are left out. */
  readonly certificates: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
  /** OCSP responses (RFC 5940), DER of BasicOCSPResponse or OCSPResponse as they came. */
  readonly ocsps: readonly Uint8Array[]
  readonly signers: readonly SignerInfo[]
  /** As transmitted, for older archive stamps: the encapsulated content, and what stands behind it before the signers. */
  readonly encapsulated: Uint8Array
  readonly gathered: readonly Uint8Array[]
}

/** More signers than any committee has; each costs two public-key operations. */
const mostSigners = 64
const mostCertificates = 1_000

/** Lists and answers: every archive stamp is held against each of them. A signature needs one for each CA of its chains. */
const mostLists = 1_000

/** Values of the attributes of one signer together: every archive stamp is held against each of them. */
const mostValues = 1_000

/** Reads ContentInfo with SignedData. The shell may be BER; what was signed keeps its octets. */
export function readSignedData(bytes: Uint8Array): SignedData {
  return signedDataOf(readAsn1(bytes, 'BER'))
}

export function signedDataOf(value: Asn1): SignedData {
  const [type, holder, ...more] = membersOf(expectTag(value, tag.sequence, 'content info'))
  if (oidOf(type, 'content type') !== cmsOid.signedData || more.length > 0) throw new Malformed('cms-not-signed-data')
  const members = membersOf(
    expectTag(insideOf(expectTag(holder, constructed(0), 'content')), tag.sequence, 'signed data'),
  )
  const [version, algorithms, encapsulated, ...rest] = members
  expectTag(algorithms, tag.set, 'digest algorithms')
  const optional = (number: number): readonly Asn1[] => {
    const found = rest.filter((member) => member.tag === constructed(number))
    if (found.length > 1) throw new Malformed('cms-member-twice', { number })
    return found[0] ? membersOf(found[0]) : []
  }
  const signers = membersOf(expectTag(rest.at(-1), tag.set, 'signer infos'))
  const certificates = optional(0)
  if (signers.length > mostSigners) throw new Malformed('cms-too-many-signers', { limit: mostSigners })
  if (certificates.length > mostCertificates)
    throw new Malformed('cms-too-many-certificates', { limit: mostCertificates })
  const lists = optional(1)
  if (lists.length > mostLists) throw new Malformed('cms-too-many-lists', { limit: mostLists })
  const [contentType, content = null] = membersOf(expectTag(encapsulated, tag.sequence, 'encapsulated content'))
  return {
    version: smallIntegerOf(version, 'version'),
    contentType: oidOf(contentType, 'content type'),
    content: content === null ? null : octetsOf(insideOf(expectTag(content, constructed(0), 'content')), 'content'),
    certificates: certificates.filter((one) => one.tag === tag.sequence).map((one) => one.raw),
    crls: lists.filter((one) => one.tag === tag.sequence).map((one) => one.raw),
    ocsps: lists.flatMap(ocspIn),
    signers: signers.map(readSignerInfo),
    encapsulated: expectTag(encapsulated, tag.sequence, 'encapsulated content').raw,
    gathered: rest.slice(0, -1).map(({ raw }) => raw),
  }
}

/** OtherRevocationInfoFormat for OCSP (RFC 5940 §2.1). */
function ocspIn(member: Asn1): readonly Uint8Array[] {
  if (member.tag !== constructed(1)) return []
  const [format, info] = membersOf(member)
  return oidOf(format, 'revocation format') === cmsOid.revocationInfoOcsp && info ? [info.raw] : []
}

function readSignerInfo(value: Asn1): SignerInfo {
  const [version, identifier, digest, fourth, ...rest] = membersOf(expectTag(value, tag.sequence, 'signer info'))
  const attributed = fourth?.tag === constructed(0)
  const attributes = attributed && fourth ? inDer(fourth) : null
  const [algorithm, signature, unsigned, ...more] = attributed ? rest : [fourth, ...rest]
  if (more.length > 0) throw new Malformed('cms-signer-too-many-members')
  return {
    raw: value.raw,
    version: smallIntegerOf(version, 'signer version'),
    identifier: readIdentifier(identifier),
    digestAlgorithm: readAlgorithm(digest, 'digest algorithm'),
    signedAttributes: attributes === null ? null : readAttributes(attributes),
    signedOctets: attributes === null ? null : asSetOf(attributes),
    signedAttributesRaw: attributes === null ? null : attributes.raw,
    signatureAlgorithm: readAlgorithm(algorithm, 'signature algorithm'),
    signature: octetsOf(signature, 'signature'),
    unsignedAttributes:
      unsigned === undefined ? [] : readAttributes(expectTag(unsigned, constructed(1), 'unsigned attributes')),
  }
}

function readIdentifier(value: Asn1 | undefined): SignerIdentifier {
  if (value?.tag === primitive(0)) return { kind: 'key-identifier', keyIdentifier: value.content }
  const [issuer, serial] = membersOf(expectTag(value, tag.sequence, 'signer identifier'))
  return {
    kind: 'issuer-and-serial',
    issuerKey: readName(expectTag(issuer, tag.sequence, 'issuer')).key,
    serialNumber: integerOf(serial, 'serial number'),
  }
}

export function readAttributes(set: Asn1): readonly CmsAttribute[] {
  const members = membersOf(set)
  if (members.length > mostValues) throw new Malformed('cms-too-many-attributes', { limit: mostValues })
  const attributes = members.map(readAttribute)
  const found = attributes.reduce((sum, { values }) => sum + values.length, 0)
  if (found > mostValues) throw new Malformed('cms-too-many-attributes', { limit: mostValues })
  return attributes
}

function readAttribute(attribute: Asn1): CmsAttribute {
  const [type, values] = membersOf(expectTag(attribute, tag.sequence, 'attribute'))
  return {
    oid: oidOf(type, 'attribute'),
    raw: attribute.raw,
    values: membersOf(expectTag(values, tag.set, 'attribute values')),
  }
}

/**
 * Signers that transmit BER are still required to sign DER (§5.4), and we never write anew what we verify: attributes that are not DER
 * are refused. Values that nobody decodes stay as opaque as they are to everyone.
 */
const inDer = (attributes: Asn1): Asn1 => readAsn1(attributes.raw, 'DER')

/** What §5.4 signs: the attributes under the identifier of SET OF. */
function asSetOf({ raw }: Asn1): Uint8Array {
  const octets = Uint8Array.from(raw)
  octets[0] = tag.set
  return octets
}
