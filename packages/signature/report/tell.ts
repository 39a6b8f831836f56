import type { Moment } from '../asn1/value.ts'
import type { Qualification } from '../hpki/qualification.ts'
import type { SignerKindAnswer } from '../hpki/signer-kind.ts'
import { type AccreditedList, isAccredited } from '../policy/accredited.ts'
import type { AlgorithmPolicy } from '../policy/algorithm-policy.ts'
import type { Coverage, SignedPiece, StandaloneStamp } from '../validation/opened.ts'
import { type HoldsUntil, holdsUntil } from '../validation/renewal.ts'
import type { ValidatedSignature } from '../validation/validate.ts'
import type { ValidatedTimeStamp } from '../validation/validate-time-stamps.ts'
import type { Conclusion, SubIndication } from '../validation/verdict.ts'
import type { Certificate } from '../x509/certificate.ts'
import { nameInWords, textsOf } from '../x509/name.ts'
import type {
  CoverageAnswer,
  HoldsUntilAnswer,
  QualificationTold,
  SignatureAnswer,
  SignerAnswer,
  StampAnswer,
  StandaloneStampAnswer,
} from './answer.ts'

const iso = (moment: Moment): string => new Date(moment).toISOString()
const isoOrNull = (moment: Moment | null): string | null => (moment === null ? null : iso(moment))
const subOf = (conclusion: Conclusion): SubIndication | null =>
  conclusion.indication === 'TOTAL-PASSED' ? null : conclusion.subIndication

/** By what an answer is told besides what the engine found. */
export interface ToldBy {
  readonly algorithms: AlgorithmPolicy
  readonly accredited: AccreditedList
}

/** An answer of the engine as machines read it. */
export function signatureTold(
  signature: ValidatedSignature,
  qualification: Qualification,
  kind: SignerKindAnswer,
  by: ToldBy,
): SignatureAnswer {
  const { opened, conclusion } = signature
  return {
    id: opened.id,
    format: opened.format,
    level: opened.level,
    indication: conclusion.indication,
    subIndication: subOf(conclusion),
    decidedBy: conclusion.indication === 'TOTAL-PASSED' ? null : conclusion.decidedBy,
    qualification: qualificationTold(qualification),
    signer: opened.signingCertificate === null ? null : signerTold(opened.signingCertificate),
    roles: qualification.look.roles.map(({ text, japanese, licence }) => ({ text, japanese, licence })),
    signerKind: kind,
    provenTime: isoOrNull(signature.provenAt),
    claimedTime: isoOrNull(opened.claimedAt),
    coverage: coverageTold(opened.coverage, opened.signedPieces),
    holdsUntil: renewalTold(holdsUntil(signature, by.algorithms)),
    chain: signature.path.map((one) => ({
      subject: nameInWords(one.subject),
      fingerprint: one.fingerprint,
      notAfter: iso(one.notAfter),
    })),
    timeStamps: signature.timeStamps.map((one) => stampTold(one, by)),
    checks: [...signature.checks, ...qualification.checks],
  }
}

export const qualificationTold = (found: Qualification | null): QualificationTold | null =>
  found === null ? null : { answer: found.answer, route: found.route, decidedBy: found.decidedBy }

const signerTold = (certificate: Certificate): SignerAnswer => ({
  subject: nameInWords(certificate.subject),
  commonName: textsOf(certificate.subject, '2.5.4.3')[0] ?? null,
  issuer: nameInWords(certificate.issuer),
  fingerprint: certificate.fingerprint,
  notBefore: iso(certificate.notBefore),
  notAfter: iso(certificate.notAfter),
})

function stampTold(validated: ValidatedTimeStamp, { accredited }: ToldBy): StampAnswer {
  const { stamp, conclusion, checks } = validated
  return {
    kind: stamp.kind,
    at: iso(stamp.at),
    authority: stamp.signingCertificate === null ? null : nameInWords(stamp.signingCertificate.subject),
    accredited: isAccredited(validated, accredited),
    indication: conclusion.indication,
    subIndication: subOf(conclusion),
    checks,
  }
}

const renewalTold = (found: HoldsUntil | null): HoldsUntilAnswer | null =>
  found === null ? null : { until: iso(found.until), because: found.because }

const coverageTold = (coverage: Coverage, pieces: readonly SignedPiece[]): CoverageAnswer => ({
  ...coverage,
  covered: pieces.map(({ name }) => name),
})

export const standaloneTold = (
  { standalone, validated }: { readonly standalone: StandaloneStamp; readonly validated: ValidatedTimeStamp },
  by: ToldBy,
): StandaloneStampAnswer => ({
  ...stampTold(validated, by),
  id: standalone.id,
  decidedBy: validated.conclusion.indication === 'TOTAL-PASSED' ? null : validated.conclusion.decidedBy,
  policy: standalone.stamp.policy,
  coverage: coverageTold(standalone.coverage, standalone.stampedPieces),
})
