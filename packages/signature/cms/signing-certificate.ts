import { type Asn1, membersOf } from '../asn1/read.ts'
import { tag } from '../asn1/tag.ts'
import { expectTag, octetsOf } from '../asn1/value.ts'
import { readAlgorithm } from '../x509/algorithm.ts'
import type { Certificate } from '../x509/certificate.ts'
import { type DigestName, digest, digestOf } from '../x509/signature-value.ts'
import { cmsOid } from './oids.ts'
import type { CmsAttribute } from './read.ts'

/** 署名者証明書の参照 — the digest of the signer's certificate that the signature itself holds (RFC 2634 §5.4, RFC 5035 §3). */
export interface CertificateReference {
  /** null: an algorithm that we do not know. */
  readonly digest: DigestName | null
  readonly value: Uint8Array
}

/** The first reference of each signing-certificate attribute: it names the signer's; the others only limit the path. */
export function certificateReferences(attributes: readonly CmsAttribute[]): readonly CertificateReference[] {
  return attributes.flatMap(({ oid, values }) => {
    if (oid === cmsOid.signingCertificate) return values.map((value) => firstReference(value, 'SHA-1'))
    if (oid === cmsOid.signingCertificateV2) return values.map((value) => firstReference(value, 'SHA-256'))
    return []
  })
}

function firstReference(value: Asn1, usual: DigestName): CertificateReference {
  const [references] = membersOf(expectTag(value, tag.sequence, 'signing certificate'))
  const [first] = membersOf(expectTag(references, tag.sequence, 'certificate references'))
  const [one, two] = membersOf(expectTag(first, tag.sequence, 'certificate reference'))
  if (one?.tag !== tag.sequence) return { digest: usual, value: octetsOf(one, 'certificate digest') }
  return { digest: digestOf(readAlgorithm(one).oid) ?? null, value: octetsOf(two, 'certificate digest') }
}

export function refersTo(reference: CertificateReference, certificate: Certificate): boolean {
  return reference.digest !== null && Buffer.compare(digest(reference.digest, certificate.raw), reference.value) === 0
}
