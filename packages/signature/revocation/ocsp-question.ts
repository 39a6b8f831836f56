import { integer, nothing, octetString, oid, sequence } from '../asn1/write.ts'
import type { Certificate } from '../x509/certificate.ts'
import { digest, digestOid } from '../x509/signature-value.ts'

/**
 * OCSP の問い — asks about one certificate (RFC 6960 §4.1). SHA-1 only names the issuer here, and many responders know no other name
 * (RFC 5019 §2.1.1). Without a nonce, so that answers can be kept; a stale one says itself how old it is.
 */
export function writeOcspQuestion(certificate: Certificate, issuer: Certificate): Uint8Array {
  const certificateId = sequence(
    sequence(oid(digestOid('SHA-1')), nothing()),
    octetString(digest('SHA-1', issuer.subject.raw)),
    octetString(digest('SHA-1', issuer.publicKeyBits)),
    integer(certificate.serialNumber),
  )
  return sequence(sequence(sequence(sequence(certificateId))))
}
