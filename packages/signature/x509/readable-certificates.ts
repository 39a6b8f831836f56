import { readOr } from '../malformed.ts'
import { type Certificate, readCertificate } from './certificate.ts'

/** Those of the certificates, DER, that can be read. One that cannot be is nobody's: it is left out, and the search goes on without it. */
export function readableCertificates(certificates: readonly Uint8Array[]): readonly Certificate[] {
  return certificates.flatMap((octets) => readOr<readonly Certificate[]>([], () => [readCertificate(octets)]))
}
