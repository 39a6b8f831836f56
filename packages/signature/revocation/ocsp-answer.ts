import { hash } from 'node:crypto'
import { type Asn1, insideOf, membersOf, readAsn1 } from '../asn1/read.ts'
import { constructed, primitive, tag } from '../asn1/tag.ts'
import {
  bitStringOctetsOf,
  expectTag,
  integerOf,
  type Moment,
  momentOf,
  octetsOf,
  oidOf,
  smallIntegerOf,
} from '../asn1/value.ts'
import { Malformed } from '../malformed.ts'
import { type AlgorithmIdentifier, readAlgorithm } from '../x509/algorithm.ts'
import { type Certificate, type Extension, readExtensions } from '../x509/certificate.ts'
import { type Name, readName } from '../x509/name.ts'
import { readableCertificates } from '../x509/readable-certificates.ts'

/** OCSP 応答 — what a responder signed about certificates (RFC 6960 §4.2.1). Nothing about it has been believed yet. */
export interface OcspAnswer {
  readonly raw: Uint8Array
  /** SHA-256 of the octets as they were handed in. */
  readonly digest: string
  readonly signedPart: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
  readonly responder: { readonly name: Name } | { readonly keyHash: Uint8Array }
  readonly producedAt: Moment
  readonly singles: readonly SingleAnswer[]
  readonly extensions: ReadonlyMap<string, Extension>
  /** Certificates that came along; one that cannot be read is left out. */
  readonly certificates: readonly Certificate[]
}

/** The answer about one certificate. */
export interface SingleAnswer {
  readonly hashAlgorithm: string
  readonly issuerNameHash: Uint8Array
  readonly issuerKeyHash: Uint8Array
  readonly serialNumber: bigint
  readonly status:
    | { readonly is: 'good' | 'unknown' }
    | { readonly is: 'revoked'; readonly at: Moment; readonly reason: number }
  readonly thisUpdate: Moment
  readonly nextUpdate: Moment | null
  readonly extensions: ReadonlyMap<string, Extension>
}

/** An answer has two kilobytes; with a chain of certificates ten. */
const biggestAnswer = 256 * 1024
/** Responders answer about one certificate at a time, some about a handful; and send a chain of three. */
const mostSingles = 256
const mostCertificates = 16

const basicResponse = '1.3.6.1.5.5.7.48.1.1'

/** The whole response as a responder sends it and PDF keeps it, or its basic part alone, as CAdES keeps it. */
export function readOcspAnswer(raw: Uint8Array): OcspAnswer {
  if (raw.length > biggestAnswer) throw new Malformed('ocsp-too-big', { limit: biggestAnswer })
  const outer = expectTag(readAsn1(raw), tag.sequence, 'OCSP response')
  const [first, second] = membersOf(outer)
  if (first?.tag !== tag.enumerated) return { raw, digest: hash('sha256', raw, 'hex'), ...readBasic(outer) }
  const status = smallIntegerOf({ ...first, tag: tag.integer }, 'response status')
  if (status !== 0) throw new Malformed('ocsp-not-successful', { status })
  const [type, basic] = membersOf(insideOf(expectTag(second, constructed(0), 'response bytes')))
  if (oidOf(type, 'response type') !== basicResponse) throw new Malformed('ocsp-response-type')
  const inner = readAsn1(octetsOf(basic, 'basic response'))
  return { raw, digest: hash('sha256', raw, 'hex'), ...readBasic(expectTag(inner, tag.sequence, 'basic response')) }
}

function readBasic(basic: Asn1) {
  const [data, algorithm, signature, certificates] = membersOf(basic)
  const signed = expectTag(data, tag.sequence, 'response data')
  const list = certificates ? membersOf(insideOf(expectTag(certificates, constructed(0), 'certificates'))) : []
  if (list.length > mostCertificates) throw new Malformed('ocsp-too-many-certificates', { limit: mostCertificates })
  return {
    signedPart: signed.raw,
    signatureAlgorithm: readAlgorithm(algorithm, 'signature algorithm'),
    signature: bitStringOctetsOf(signature, 'signature'),
    certificates: readableCertificates(list.map(({ raw }) => raw)),
    ...readData(membersOf(signed)),
  }
}

function readData(members: readonly Asn1[]) {
  const [responder, producedAt, singles, ...rest] = members[0]?.tag === constructed(0) ? members.slice(1) : members
  const answers = membersOf(expectTag(singles, tag.sequence, 'responses'))
  if (answers.length > mostSingles) throw new Malformed('ocsp-too-many-answers', { limit: mostSingles })
  return {
    responder: readResponder(responder),
    producedAt: momentOf(producedAt, 'producedAt'),
    singles: answers.map(readSingle),
    extensions: readExtensions(rest.find((member) => member.tag === constructed(1))),
  }
}

function readResponder(value: Asn1 | undefined): OcspAnswer['responder'] {
  if (value?.tag === constructed(1)) return { name: readName(insideOf(value)) }
  return { keyHash: octetsOf(insideOf(expectTag(value, constructed(2), 'responder')), 'responder key') }
}

function readSingle(value: Asn1): SingleAnswer {
  const [id, status, thisUpdate, ...rest] = membersOf(expectTag(value, tag.sequence, 'answer'))
  const [algorithm, name, key, serial] = membersOf(expectTag(id, tag.sequence, 'certificate id'))
  const next = rest.find((member) => member.tag === constructed(0))
  return {
    hashAlgorithm: readAlgorithm(algorithm, 'hash algorithm').oid,
    issuerNameHash: octetsOf(name, 'issuer name hash'),
    issuerKeyHash: octetsOf(key, 'issuer key hash'),
    serialNumber: integerOf(serial, 'serial number'),
    status: readStatus(status),
    thisUpdate: momentOf(thisUpdate, 'thisUpdate'),
    nextUpdate: next ? momentOf(insideOf(next), 'nextUpdate') : null,
    extensions: readExtensions(rest.find((member) => member.tag === constructed(1))),
  }
}

function readStatus(value: Asn1 | undefined): SingleAnswer['status'] {
  if (value?.tag === primitive(0)) return { is: 'good' }
  if (value?.tag === primitive(2)) return { is: 'unknown' }
  const [at, reason] = membersOf(expectTag(value, constructed(1), 'status'))
  const code = reason ? expectTag(insideOf(reason), tag.enumerated, 'reason') : null
  return {
    is: 'revoked',
    at: momentOf(at, 'revocation time'),
    reason: code ? smallIntegerOf({ ...code, tag: tag.integer }, 'reason') : 0,
  }
}
