import type { Moment } from '../asn1/value.ts'
import type { AlgorithmPolicy } from '../policy/algorithm-policy.ts'
import { algorithmUses, believableUntil } from '../policy/judge-algorithm.ts'
import type { RevocationSource, RevocationStatus } from '../revocation/status.ts'
import type { Certificate } from '../x509/certificate.ts'
import { schemeOf } from '../x509/signature-value.ts'
import type { Existence } from './existence.ts'
import type { Check, SubIndication } from './verdict.ts'

/** Why the control time had to go back, or why it could not: each with the sub-indication it leads to when nothing proves the signature older. */
export interface Step {
  readonly check: Check
  readonly to: Moment
  readonly sub: SubIndication
}

export interface Slide {
  /** 基準時刻 — the latest moment at which everything about the path could still be believed; -∞: never. */
  readonly controlTime: Moment
  /** In the order in which they were met, from the certificate below the anchor down to the signer's. */
  readonly steps: readonly Step[]
  readonly revocations: readonly { readonly certificate: Certificate; readonly status: RevocationStatus }[]
}

/** What `slide` asks about one certificate: its state as known at a moment, from lists and answers that existed by then. */
export type AskRevocation = (certificate: Certificate, issuer: Certificate, controlTime: Moment) => RevocationStatus

/**
 * Validation time sliding (EN 319 102-1 §5.6.2.1), from the anchor down: `path` is the signer's certificate first and the
 * anchor last. The anchor itself is believed as it stands, and nobody is asked whether it was revoked (RFC 5280 §6).
 * Whoever signed before the control time, provably, signed while all of it held.
 */
export function slide(
  path: readonly Certificate[],
  from: Moment,
  existence: Existence,
  policy: AlgorithmPolicy,
  ask: AskRevocation,
): Slide {
  const steps: Step[] = []
  const revocations: Slide['revocations'][number][] = []
  let controlTime = from
  const back = (code: string, to: Moment, sub: SubIndication, certificate: Certificate): void => {
    if (to >= from) return
    const facts = { certificate: certificate.fingerprint, until: isoOf(to) }
    steps.push({ check: { code, outcome: 'failed', facts }, to, sub })
    controlTime = Math.min(controlTime, to)
  }
  for (let i = path.length - 2; i >= 0; i--) {
    const [certificate, issuer] = [path[i], path[i + 1]]
    if (certificate === undefined || issuer === undefined) continue
    const leaf = i === 0
    if (existence.since(certificate.fingerprint) > controlTime)
      back('certificate-existence', never, 'NO_POE', certificate)
    back(
      'certificate-algorithm',
      algorithmLimit(certificate, issuer, policy),
      'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
      certificate,
    )
    // Where nothing can be believed any more, the state is still told: whoever reads wants to know of a revocation.
    const status = ask(certificate, issuer, controlTime === never ? from : controlTime)
    revocations.push({ certificate, status })
    if (status.state !== 'unknown' && !isBelievable(status.source, existence, policy))
      back('revocation-algorithm', never, 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE', certificate)
    if (status.state === 'revoked')
      back('certificate-not-revoked', status.revokedAt, leaf ? 'REVOKED_NO_POE' : 'REVOKED_CA_NO_POE', certificate)
    else if (status.state === 'unknown') back('revocation-known', never, 'TRY_LATER', certificate)
    else back('revocation-fresh', status.speaksUntil, 'TRY_LATER', certificate)
    back('certificate-not-expired', certificate.notAfter, outOfBounds(leaf, status), certificate)
    if (from < certificate.notBefore) back('certificate-already-valid', never, 'OUT_OF_BOUNDS_NO_POE', certificate)
  }
  return { controlTime, steps, revocations }
}

const never = Number.NEGATIVE_INFINITY

/** A list or an answer made with what has ended counts where it is proven to be older than that end. */
export const isBelievable = (source: RevocationSource, existence: Existence, policy: AlgorithmPolicy): boolean =>
  existence.since(source.digest) < believableUntil(policy, source.algorithms).until

const outOfBounds = (leaf: boolean, status: RevocationStatus): SubIndication =>
  leaf && status.state === 'good' ? 'OUT_OF_BOUNDS_NOT_REVOKED' : 'OUT_OF_BOUNDS_NO_POE'

function algorithmLimit(certificate: Certificate, issuer: Certificate, policy: AlgorithmPolicy): Moment {
  const scheme = schemeOf(certificate.signatureAlgorithm)
  if (scheme === null) return never
  return believableUntil(policy, algorithmUses(scheme, issuer.publicKey, null, 'certificate')).until
}

/** For facts of checks: ISO 8601 in UTC, or the word `never`. */
export const isoOf = (moment: Moment): string => (Number.isFinite(moment) ? new Date(moment).toISOString() : 'never')
