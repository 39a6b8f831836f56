import type { Moment } from '../asn1/value.ts'
import { Malformed } from '../malformed.ts'
import type { Certificate } from '../x509/certificate.ts'
import { authorityKeyOf, subjectKeyIdOf } from '../x509/extension/names.ts'
import { keyUsageOf } from '../x509/extension/usage.ts'
import { buildPath } from '../x509/path.ts'
import { holds, schemeOf } from '../x509/signature-value.ts'
import { plainInputs } from '../x509/validate-path.ts'
import type { RevocationList } from './revocation-list.ts'

/** Among whom the signer of a list may be found. */
export interface ListMaterial {
  readonly certificates: readonly Certificate[]
  /** How many more signatures of lists may be checked. */
  readonly budget: { left: number }
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
    (one) => one.subject.key === list.issuer.key && maySignLists(one, wanted),
  )
  return (
    candidates.find(
      (one) =>
        isSignedBy(list, one, material.budget) &&
        (one === issuer || one === anchor || leadsTo(one, anchor, list.thisUpdate, material)),
    ) ?? null
  )
}

/** A candidate that cannot be read signs nothing; the others are still asked. */
function maySignLists(certificate: Certificate, wanted: Uint8Array | null): boolean {
  try {
    return (keyUsageOf(certificate)?.includes('cRLSign') ?? true) && !isOtherKey(wanted, certificate)
  } catch (error) {
    if (error instanceof Malformed) return false
    throw error
  }
}

function isOtherKey(wanted: Uint8Array | null, certificate: Certificate): boolean {
  const has = subjectKeyIdOf(certificate)
  return wanted !== null && has !== null && Buffer.compare(wanted, has) !== 0
}

/** As of the moment at which it signed: a list outlives the certificate of a signer that only signs lists. */
function leadsTo(certificate: Certificate, anchor: Certificate, at: Moment, material: ListMaterial): boolean {
  const { path } = buildPath(certificate, [anchor], material.certificates, { ...plainInputs, at })
  return path === null ? false : path.slice(0, -1).every((one, i) => material.isGood(one, path[i + 1] ?? anchor))
}

/** One public-key operation for each list and key, however many certificates are asked about. */
function isSignedBy(list: RevocationList, certificate: Certificate, budget: { left: number }): boolean {
  const known = verified.get(list) ?? new Map<string, boolean>()
  verified.set(list, known)
  const before = known.get(certificate.fingerprint)
  if (before !== undefined) return before
  if (budget.left-- <= 0) return false
  const scheme = schemeOf(list.signatureAlgorithm)
  const answer = scheme !== null && holds(scheme, certificate.publicKey, list.signedPart, list.signature)
  known.set(certificate.fingerprint, answer)
  return answer
}
