import type { Moment } from '../asn1/value.ts'
import type { Qualification } from '../hpki/qualification.ts'
import type { SignerKindAnswer } from '../hpki/signer-kind.ts'
import type { Coverage, SignedPiece, StandaloneStamp } from '../validation/opened.ts'
import type { ValidatedSignature } from '../validation/validate.ts'
import type { ValidatedTimeStamp } from '../validation/validate-time-stamps.ts'
import type { Conclusion, SubIndication } from '../validation/verdict.ts'
import type { Certificate } from '../x509/certificate.ts'
import { nameInWords, textsOf } from '../x509/name.ts'
import type {
  CoverageAnswer,
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

/** An answer of the engine as machines read it. */
export function signatureTold(
  signature: ValidatedSignature,
  qualification: Qualification,
  kind: SignerKindAnswer,
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
    chain: signature.path.map((one) => ({
      subject: nameInWords(one.subject),
      fingerprint: one.fingerprint,
      notAfter: iso(one.notAfter),
    })),
    timeStamps: signature.timeStamps.map(stampTold),
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

const stampTold = ({ stamp, conclusion, checks }: ValidatedTimeStamp): StampAnswer => ({
  kind: stamp.kind,
  at: iso(stamp.at),
  authority: stamp.signingCertificate === null ? null : nameInWords(stamp.signingCertificate.subject),
  indication: conclusion.indication,
  subIndication: subOf(conclusion),
  checks,
})

const coverageTold = (coverage: Coverage, pieces: readonly SignedPiece[]): CoverageAnswer => ({
  ...coverage,
  covered: pieces.map(({ name }) => name),
})

export const standaloneTold = ({
  standalone,
  validated,
}: {
  readonly standalone: StandaloneStamp
  readonly validated: ValidatedTimeStamp
}): StandaloneStampAnswer => ({
  ...stampTold(validated),
  id: standalone.id,
  decidedBy: validated.conclusion.indication === 'TOTAL-PASSED' ? null : validated.conclusion.decidedBy,
  policy: standalone.stamp.policy,
  coverage: coverageTold(standalone.coverage, standalone.stampedPieces),
})
