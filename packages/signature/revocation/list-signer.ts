import type { Certificate } from '../x509/certificate.ts'
import { authorityKeyOf, subjectKeyIdOf } from '../x509/extension/names.ts'
import { keyUsageOf } from '../x509/extension/usage.ts'
import { buildPath } from '../x509/path.ts'
import { holds, schemeOf } from '../x509/signature-value.ts'
import type { RevocationList } from './revocation-list.ts'

/** Among whom the signer of a list may be found. */
export interface ListMaterial {
  readonly certificates: readonly Certificate[]
  /** Whether a certificate that only signs lists is itself good: the same question, one step further from the start. */
  isGood(certificate: Certificate, issuer: Certificate): boolean
}

const verified = new WeakMap<RevocationList, Map<string, boolean>>()

/**
 * Who signed a list (RFC 5280 §6.3.3 (f), (g)): the certificate's issuer itself, or another certificate of the list's issuer that may sign
 * lists, leads to the same anchor and was not revoked. Null: nobody at hand did.
 */
export function listSigner(
  list: RevocationList,
  issuer: Certificate,
  anchor: Certificate,
  material: ListMaterial,
): Certificate | null {
  const wanted = authorityKeyOf(list.extensions)?.keyId ?? null
  const candidates = [issuer, anchor, ...material.certificates].filter(
    (one) => one.subject.key === list.issuer.key && maySignLists(one) && !isOtherKey(wanted, one),
  )
  return (
    candidates.find(
      (one) => isSignedBy(list, one) && (one === issuer || one === anchor || leadsTo(one, anchor, material)),
    ) ?? null
  )
}

const maySignLists = (certificate: Certificate): boolean => keyUsageOf(certificate)?.includes('cRLSign') ?? true

function isOtherKey(wanted: Uint8Array | null, certificate: Certificate): boolean {
  const has = subjectKeyIdOf(certificate)
  return wanted !== null && has !== null && Buffer.compare(wanted, has) !== 0
}

function leadsTo(certificate: Certificate, anchor: Certificate, material: ListMaterial): boolean {
  const { path } = buildPath(certificate, [anchor], material.certificates)
  return path === null ? false : path.slice(0, -1).every((one, i) => material.isGood(one, path[i + 1] ?? anchor))
}

/** One public-key operation for each list and key, however many certificates are asked about. */
function isSignedBy(list: RevocationList, certificate: Certificate): boolean {
  const known = verified.get(list) ?? new Map<string, boolean>()
  verified.set(list, known)
  const before = known.get(certificate.fingerprint)
  if (before !== undefined) return before
  const scheme = schemeOf(list.signatureAlgorithm)
  const answer = scheme !== null && holds(scheme, certificate.publicKey, list.signedPart, list.signature)
  known.set(certificate.fingerprint, answer)
  return answer
}
