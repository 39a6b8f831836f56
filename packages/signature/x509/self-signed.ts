import type { Certificate } from './certificate.ts'
import { holds, schemeOf } from './signature-value.ts'

/** 自己署名証明書 — its issuer's name is its own and so is the key that signed it: what roots look like. */
export function isSelfSigned(certificate: Certificate): boolean {
  const scheme = certificate.subject.key === certificate.issuer.key ? schemeOf(certificate.signatureAlgorithm) : null
  return scheme !== null && holds(scheme, certificate.publicKey, certificate.signedPart, certificate.signature)
}
