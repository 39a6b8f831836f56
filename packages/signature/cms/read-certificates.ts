import { membersOf, readAsn1 } from '../asn1/read.ts'
import { tag } from '../asn1/tag.ts'
import { type Certificate, readCertificate } from '../x509/certificate.ts'
import { readableCertificates } from '../x509/readable-certificates.ts'
import { signedDataOf } from './read.ts'

/** What an authority publishes at caIssuers (RFC 5280 §4.2.2.1): one certificate in DER, or several in a SignedData that nobody signed. */
export function readCertificates(octets: Uint8Array): readonly Certificate[] {
  const outer = readAsn1(octets, 'BER')
  return membersOf(outer)[0]?.tag === tag.oid
    ? readableCertificates(signedDataOf(outer).certificates)
    : [readCertificate(octets)]
}
