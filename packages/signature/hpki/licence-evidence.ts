import type { ValidatedSignature } from '../validation/validate.ts'
import type { Check } from '../validation/verdict.ts'
import type { HpkiProfile, RoleRow } from './profile.ts'

/**
 * 資格の証拠 — what a facility keeps of a signer's licence beside the signature (guideline 5.2, 6.12: certificates of other providers, and My Number
 * cards). It is as good as whoever looked at it; the signature proves only that the certificate's holder signed.
 */
export interface LicenceEvidence {
  /** SHA-256 of the signer's certificate, hex. */
  readonly certificate: string
  /** A role of HPKI's table, to the letter. */
  readonly licence: string
  readonly route: 'otherCertPlusEvidence' | 'jpkiPlusEvidence'
  /** Days in Japan, YYYY-MM-DD: licensed from the beginning of the first until the beginning of the second. */
  readonly licensedSince: string
  readonly until: string | null
  readonly how: string
  readonly seenOn: string
  readonly seenBy: string
}

export interface ByEvidence {
  readonly route: LicenceEvidence['route']
  readonly roles: readonly RoleRow[]
  readonly check: Check
}

/** What evidence there is for this signer at the moment that is proven; null: none. */
export function lookAtEvidence(
  { opened, provenAt }: ValidatedSignature,
  evidence: readonly LicenceEvidence[],
  { roles }: HpkiProfile,
): ByEvidence | null {
  const found = evidence.find(({ certificate }) => certificate === opened.signingCertificate?.fingerprint)
  if (found === undefined) return null
  const { route, licence, licensedSince, until, how, seenOn, seenBy } = found
  const outcome = provenAt === null ? 'unknown' : isLicensed(found, provenAt) ? 'passed' : 'failed'
  const facts = { licence, licensedSince, ...(until === null ? {} : { until }), how, seenOn, seenBy }
  const row = roles.find(({ text }) => text === licence)
  return { route, roles: row === undefined ? [] : [row], check: { code: 'licence-evidence', outcome, facts } }
}

const isLicensed = ({ licensedSince, until }: LicenceEvidence, at: number): boolean =>
  beginningOf(licensedSince) <= at && (until === null || at < beginningOf(until))

const beginningOf = (day: string): number => Date.parse(`${day}T00:00:00+09:00`)
