import { membersOf, readAsn1 } from '../asn1/read.ts'
import { constructed, tag } from '../asn1/tag.ts'
import { expectTag, integerOf } from '../asn1/value.ts'
import { Malformed } from '../malformed.ts'
import type { AlgorithmUse } from '../validation/opened.ts'
import { type Check, type Conclusion, indeterminate } from '../validation/verdict.ts'
import { type Certificate, readCertificate } from '../x509/certificate.ts'
import { digest } from '../x509/signature-value.ts'
import { childrenOf } from '../xml/tree.ts'
import { ds } from './names.ts'
import { octetsUnder } from './octets.ts'
import type { CertificateDigest, Properties } from './properties.ts'
import type { SignatureElement } from './structure.ts'

/** No signature brings more: a chain of five for the signer, each authority and each stamp. */
const mostCertificates = 256

/** 署名者 — which of the certificates that travelled is the signer's, and whether the signature says so itself. */
export interface Signer {
  readonly certificate: Certificate | null
  readonly certificates: readonly Certificate[]
  readonly inKeyInfo: readonly Certificate[]
  readonly checks: readonly Check[]
  readonly conclusion: Conclusion | null
  readonly algorithms: readonly AlgorithmUse[]
}

/** EN 319 102-1 §5.2.3: the certificate under the first signed digest, or without one that of KeyInfo whose key signed. */
export function findSigner(
  signature: SignatureElement,
  properties: Properties | null,
  isMadeBy: (publicKey: Uint8Array) => boolean,
): Signer {
  const named = signature.keyInfo ? certificatesInKeyInfo(signature) : []
  const certificates = distinct([...named, ...(properties?.certificateValues ?? [])].map(readCertificate))
  const inKeyInfo = certificates.filter(({ raw }) => named.some((octets) => Buffer.compare(octets, raw) === 0))
  const entry = properties?.signingCertificate?.[0]
  if (entry === undefined) return withoutBinding(certificates, inKeyInfo, isMadeBy)
  const algorithms = entry.algorithm ? [{ algorithm: entry.algorithm, place: 'signing-certificate-digest' }] : []
  const certificate = certificates.find((one) => fits(one, entry)) ?? null
  const code = 'signing-certificate-binding'
  if (certificate === null)
    return {
      certificate,
      certificates,
      inKeyInfo,
      checks: [{ code, outcome: 'failed', facts: {} }],
      conclusion: indeterminate('NO_SIGNING_CERTIFICATE_FOUND', code),
      algorithms,
    }
  return {
    certificate,
    certificates,
    inKeyInfo,
    checks: [{ code, outcome: 'passed', facts: {} }],
    conclusion: null,
    algorithms,
  }
}

/** Nobody signed KeyInfo: what was put in beside the signer's certificate may not take its place. */
function withoutBinding(
  certificates: readonly Certificate[],
  own: readonly Certificate[],
  isMadeBy: (publicKey: Uint8Array) => boolean,
): Signer {
  const issued = (one: Certificate) => own.some((other) => other !== one && other.issuer.key === one.subject.key)
  const leavesFirst = [...own.filter((one) => !issued(one)), ...own.filter(issued)]
  const leaf = leavesFirst.find(({ publicKey }) => isMadeBy(publicKey)) ?? leavesFirst[0]
  const code = 'signing-certificate-found'
  return {
    certificate: leaf ?? null,
    certificates,
    inKeyInfo: own,
    checks: [{ code, outcome: leaf ? 'passed' : 'unknown', facts: {} }],
    conclusion: leaf ? null : indeterminate('NO_SIGNING_CERTIFICATE_FOUND', code),
    algorithms: [],
  }
}

function certificatesInKeyInfo({ keyInfo }: SignatureElement): readonly Uint8Array[] {
  if (keyInfo === null) return []
  const found = childrenOf(keyInfo, ds, 'X509Data').flatMap((data) => childrenOf(data, ds, 'X509Certificate'))
  if (found.length > mostCertificates) throw new Malformed('certificates-too-many', { limit: mostCertificates })
  return found.map(octetsUnder)
}

/** In order, each once. */
function distinct(certificates: readonly Certificate[]): readonly Certificate[] {
  if (certificates.length > mostCertificates) throw new Malformed('certificates-too-many', { limit: mostCertificates })
  return [...new Map(certificates.map((one) => [one.fingerprint, one])).values()]
}

function fits(certificate: Certificate, entry: CertificateDigest): boolean {
  if (entry.algorithm === null || entry.algorithm === undefined) return false
  if (Buffer.compare(digest(entry.algorithm, certificate.raw), entry.digest) !== 0) return false
  if (entry.serialNumber !== null && entry.serialNumber !== String(certificate.serialNumber)) return false
  return entry.issuerSerial === null || isIssuerSerialOf(certificate, entry.issuerSerial)
}

/** RFC 5035 §4: SEQUENCE { GeneralNames with one directoryName, CertificateSerialNumber }. */
function isIssuerSerialOf(certificate: Certificate, octets: Uint8Array): boolean {
  const [names, serialNumber] = membersOf(expectTag(readAsn1(octets), tag.sequence, 'issuer and serial number'))
  if (integerOf(serialNumber, 'serial number') !== certificate.serialNumber) return false
  const directory = membersOf(expectTag(names, tag.sequence, 'issuer')).find((one) => one.tag === constructed(4))
  return directory !== undefined && Buffer.compare(directory.content, certificate.issuer.raw) === 0
}
