import type { ValidatedSignature } from '../validation/validate.ts'
import type { Check } from '../validation/verdict.ts'
import { type LicenceEvidence, lookAtEvidence } from './licence-evidence.ts'
import { lookAtSigner, type SignerLook } from './look-at-signer.ts'
import { type HpkiProfile, hpkiProfile, type RoleRow } from './profile.ts'

/** 資格の確認 — whether a person with the licence that the document asks for signed. An axis of its own, beside validity. */
export type QualificationAnswer = 'confirmed' | 'insufficient-role' | 'no-role' | 'not-hpki' | 'unverified'

/**
 * The ways of guideline 5.2, 6.12 C.1(2): (a) HPKI, (b) another certificate with evidence of identity and licence, (c) JPKI with a
 * way to check the licence. Only (a) is proven by the signature alone; the others need evidence that stands elsewhere.
 */
export type QualificationRoute = 'hpki' | 'otherCertPlusEvidence' | 'jpkiPlusEvidence' | 'none'

export interface Qualification {
  readonly answer: QualificationAnswer
  readonly route: QualificationRoute
  /** The check that decided. */
  readonly decidedBy: string
  readonly checks: readonly Check[]
  readonly look: SignerLook
}

/** By what licences are judged: the profile of HPKI, and what the facility knows of signers outside it. */
export interface Qualifying {
  readonly profile: HpkiProfile
  readonly evidence: readonly LicenceEvidence[]
}

export const byHpkiAlone: Qualifying = { profile: hpkiProfile, evidence: [] }

/** One signature against one place in a document: `oneOf` roles; null: nobody says which, and any licence confirms. */
export function qualificationOf(
  signature: ValidatedSignature,
  oneOf: readonly string[] | null,
  { profile, evidence }: Qualifying = byHpkiAlone,
): Qualification {
  const path =
    signature.path.length > 0
      ? signature.path
      : signature.opened.signingCertificate === null
        ? []
        : [signature.opened.signingCertificate]
  const look = lookAtSigner(path, signature.isUnderHpki, profile)
  const held = [validity(signature), coverage(signature), atTheStamp(signature)]
  const other = look.isHpki ? null : lookAtEvidence(signature, evidence, profile)
  if (other === null)
    return decided(look.isHpki ? 'hpki' : 'none', [...held, ...look.checks, licence(look.roles, oneOf)], look)
  const checks = [...held, other.check, licence(other.roles, oneOf)]
  return decided(other.route, checks, { ...look, roles: other.roles })
}

function decided(route: QualificationRoute, checks: readonly Check[], look: SignerLook): Qualification {
  const wrong = checks.find(({ outcome }) => outcome === 'failed')
  return {
    answer: wrong === undefined ? 'confirmed' : (answers[wrong.code] ?? 'not-hpki'),
    route,
    decidedBy: wrong?.code ?? 'role-sufficient',
    checks,
    look,
  }
}

/** The first check that fails decides; each kind of trouble has its own answer. */
const answers: Readonly<Record<string, QualificationAnswer>> = {
  'signature-holds': 'unverified',
  'document-covered': 'unverified',
  'valid-at-the-stamp': 'unverified',
  'hpki-root': 'not-hpki',
  'hpki-policy': 'not-hpki',
  'hpki-authentication-certificate': 'not-hpki',
  'hpki-issuer-policy': 'not-hpki',
  'hpki-signing-key': 'not-hpki',
  'hpki-readable': 'unverified',
  'role-present': 'no-role',
  'role-scheme': 'no-role',
  'role-known': 'insufficient-role',
  'role-licence': 'insufficient-role',
  'role-sufficient': 'insufficient-role',
  'licence-evidence': 'insufficient-role',
}

function validity({ conclusion }: ValidatedSignature): Check {
  const sub: Check['facts'] =
    conclusion.indication === 'TOTAL-PASSED'
      ? {}
      : { subIndication: conclusion.subIndication, decidedBy: conclusion.decidedBy }
  const facts: Check['facts'] = { indication: conclusion.indication, ...sub }
  return { code: 'signature-holds', outcome: conclusion.indication === 'TOTAL-PASSED' ? 'passed' : 'failed', facts }
}

function coverage({ opened }: ValidatedSignature): Check {
  return {
    code: 'document-covered',
    outcome: opened.coverage.whole ? 'passed' : 'failed',
    facts: { remarks: opened.coverage.remarks.map(({ code }) => code).join(' ') },
  }
}

/**
 * 6.12 C.3: at the moment that is proven, the certificate was within its life and not revoked, whatever became of it or of anything else
 * since. Without a stamp nothing proves when; that is told and does not decide.
 */
function atTheStamp({ provenAt, opened, revocations }: ValidatedSignature): Check {
  const code = 'valid-at-the-stamp'
  const certificate = opened.signingCertificate
  if (provenAt === null || certificate === null) return { code, outcome: 'unknown', facts: {} }
  const status = revocations.at(-1)?.status
  const trouble =
    provenAt < certificate.notBefore || provenAt > certificate.notAfter
      ? 'outside-its-life'
      : status?.state === 'revoked' && status.revokedAt <= provenAt
        ? 'revoked'
        : null
  const seen = status !== undefined && status.state !== 'unknown'
  return {
    code,
    outcome: trouble !== null ? 'failed' : seen ? 'passed' : 'unknown',
    facts: { at: new Date(provenAt).toISOString(), ...(trouble === null ? {} : { trouble }) },
  }
}

/** Offices never stand for a licence. */
function licence(roles: readonly RoleRow[], oneOf: readonly string[] | null): Check {
  const licences = roles.filter((role) => role.licence).map(({ text }) => text)
  const enough = licences.some((text) => oneOf === null || oneOf.includes(text))
  return {
    code: 'role-sufficient',
    outcome: enough ? 'passed' : 'failed',
    facts: { has: roles.map(({ text }) => text).join(', '), needs: oneOf?.join(' | ') ?? 'any licence' },
  }
}
