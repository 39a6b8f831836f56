import type { Moment } from '../asn1/value.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { ValidationContext } from './context.ts'
import { digestOfOctets, provenExistence, withSigner } from './existence.ts'
import { judgeSigner, type SignerAnswer } from './judge-signer.ts'
import type { OpenedSignature } from './opened.ts'
import type { Slide } from './slide.ts'
import { stampOrder, stampsThatHold, type ValidatedTimeStamp, validateTimeStamps } from './validate-time-stamps.ts'
import { type Check, type Conclusion, failed, indeterminate } from './verdict.ts'

/** 検証済み署名 — the engine's answer about one signature. */
export interface ValidatedSignature {
  readonly opened: OpenedSignature
  readonly conclusion: Conclusion
  /** Those of the format first, then path, revocation, algorithms and time. */
  readonly checks: readonly Check[]
  /** Since when the signature value is proven to exist; null: nothing proves more than that it exists now. */
  readonly provenAt: Moment | null
  readonly path: readonly Certificate[]
  /** Whether the path ends at a root of HPKI. */
  readonly isUnderHpki: boolean
  readonly revocations: Slide['revocations']
  readonly timeStamps: readonly ValidatedTimeStamp[]
}

/**
 * Validates an opened signature (EN 319 102-1 §5.6: basic, with time, and past signature validation in one): time stamps
 * from the newest inwards, each proving what it covers; then the signer's path is slid back until all of it can be believed,
 * and the signature must be proven to have existed by then.
 */
export function validateSignature(opened: OpenedSignature, context: ValidationContext): ValidatedSignature {
  const timeStamps = validateTimeStamps(opened, context)
  const proofs = stampsThatHold(timeStamps).filter(({ kind }) => kind !== 'content')
  const existence = provenExistence(context.at, proofs)
  const since = existence.since(digestOfOctets(opened.signatureValue))
  const provenAt = proofs.some(({ at }) => at === since) ? since : null
  const certificate = opened.signingCertificate
  const answer = { opened, provenAt, timeStamps }
  if (opened.conclusion !== null || certificate === null)
    return {
      ...answer,
      conclusion: opened.conclusion ?? nobody,
      checks: opened.checks,
      path: [],
      isUnderHpki: false,
      revocations: [],
    }
  const { algorithms } = opened
  const signer = judgeSigner(
    { certificate, material: opened, algorithms, since, existence: withSigner(existence, certificate, since) },
    context.anchors,
    context,
  )
  const order = stampOrder(timeStamps)
  return {
    ...answer,
    conclusion: concluded(signer, order, timeStamps),
    checks: [...opened.checks, ...signer.checks, order],
    path: signer.path,
    isUnderHpki: context.hpkiAnchors.some(({ fingerprint }) => fingerprint === signer.path.at(-1)?.fingerprint),
    revocations: signer.revocations,
  }
}

const nobody = indeterminate('NO_SIGNING_CERTIFICATE_FOUND', 'signing-certificate-found')

function concluded(signer: SignerAnswer, order: Check, timeStamps: readonly ValidatedTimeStamp[]): Conclusion {
  if (signer.conclusion.indication === 'TOTAL-PASSED' && order.outcome === 'failed')
    return indeterminate('TIMESTAMP_ORDER_FAILURE', order.code)
  return afterTheEnd(signer, timeStamps)
}

/** A content stamp later than the revocation or the end proves that the signature was made after it: the one way to be sure (§5.5.4). */
function afterTheEnd({ conclusion, revocations }: SignerAnswer, timeStamps: readonly ValidatedTimeStamp[]): Conclusion {
  const own = revocations.at(-1)
  if (conclusion.indication !== 'INDETERMINATE' || own === undefined) return conclusion
  const contents = stampsThatHold(timeStamps).filter(({ kind }) => kind === 'content')
  const latest = Math.max(...contents.map(({ at }) => at))
  if (own.status.state === 'revoked' && conclusion.subIndication === 'REVOKED_NO_POE' && latest > own.status.revokedAt)
    return failed('REVOKED', conclusion.decidedBy)
  const ended =
    conclusion.subIndication === 'OUT_OF_BOUNDS_NO_POE' || conclusion.subIndication === 'OUT_OF_BOUNDS_NOT_REVOKED'
  return ended && latest > own.certificate.notAfter ? failed('EXPIRED', conclusion.decidedBy) : conclusion
}
