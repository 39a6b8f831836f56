import { hash } from 'node:crypto'
import type { Moment } from '../asn1/value.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { Covered } from './opened.ts'

/**
 * 存在証明 — since when the octets of an object are proven to exist (EN 319 102-1 §5.6.2.3). What nobody proves exists since
 * the moment of the question: it lies before us.
 */
export interface Existence {
  /** By the SHA-256 of an object's octets, lower-case hexadecimal. */
  since(digest: string): Moment
}

/** All that is proven by the stamps that hold, each at its own moment; the earliest counts. */
export function provenExistence(
  now: Moment,
  proofs: readonly { readonly at: Moment; readonly covers: readonly Covered[] }[],
): Existence {
  const earliest = new Map<string, Moment>()
  for (const { at, covers } of proofs)
    for (const { digest } of covers) earliest.set(digest, Math.min(at, earliest.get(digest) ?? now))
  return { since: (digest) => earliest.get(digest) ?? now }
}

export const digestOfOctets = (octets: Uint8Array): string => hash('sha256', octets, 'hex')

/** A signature holds its certificate's digest, so the certificate existed when the signature did. */
export const withSigner = (existence: Existence, certificate: Certificate, since: Moment): Existence => ({
  since: (digest) =>
    digest === certificate.fingerprint ? Math.min(since, existence.since(digest)) : existence.since(digest),
})
