import type { Certificate } from '../x509/certificate.ts'
import type { ValidationContext } from './context.ts'
import { type Existence, provenExistence, withSigner } from './existence.ts'
import { judgeSigner } from './judge-signer.ts'
import type { OpenedSignature, OpenedStamps, OpenedTimeStamp, StandaloneStamp } from './opened.ts'
import type { Slide } from './slide.ts'
import { type Check, type Conclusion, indeterminate } from './verdict.ts'

/** 検証済みタイムスタンプ — a time stamp with its own answer; only one that passed proves anything. */
export interface ValidatedTimeStamp {
  readonly stamp: OpenedTimeStamp
  readonly conclusion: Conclusion
  readonly checks: readonly Check[]
  readonly path: readonly Certificate[]
  readonly revocations: Slide['revocations']
}

/** What time stamps stand on, and all that travelled beside them. */
type Stamped = Pick<OpenedSignature, 'timeStamps' | 'certificates' | 'crls' | 'ocsps'>

/** From the newest inwards: a stamp that is covered by a later one may be proven older than its authority's end. */
export function validateTimeStamps(opened: Stamped, context: ValidationContext): readonly ValidatedTimeStamp[] {
  const done: ValidatedTimeStamp[] = []
  for (const stamp of [...opened.timeStamps].reverse())
    done.unshift(validateTimeStamp(stamp, opened, provenExistence(context.at, stampsThatHold(done)), context))
  return done
}

/** Time stamps without a signature: each with its own answer. */
export function validateStandalone(
  opened: OpenedStamps,
  context: ValidationContext,
): readonly { readonly standalone: StandaloneStamp; readonly validated: ValidatedTimeStamp }[] {
  const stamped = { ...opened, timeStamps: opened.stamps.map(({ stamp }) => stamp) }
  return validateTimeStamps(stamped, context).flatMap((validated, i) => {
    const standalone = opened.stamps[i]
    return standalone === undefined ? [] : [{ standalone, validated }]
  })
}

export const stampsThatHold = (timeStamps: readonly ValidatedTimeStamp[]): readonly OpenedTimeStamp[] =>
  timeStamps.flatMap(({ stamp, conclusion }) => (conclusion.indication === 'TOTAL-PASSED' ? [stamp] : []))

const nobody = indeterminate('NO_SIGNING_CERTIFICATE_FOUND', 'signing-certificate-found')

function validateTimeStamp(
  stamp: OpenedTimeStamp,
  opened: Stamped,
  existence: Existence,
  context: ValidationContext,
): ValidatedTimeStamp {
  const certificate = stamp.signingCertificate
  if (stamp.conclusion !== null)
    return { stamp, conclusion: stamp.conclusion, checks: stamp.checks, path: [], revocations: [] }
  if (certificate === null) return { stamp, conclusion: nobody, checks: stamp.checks, path: [], revocations: [] }
  const since = existence.since(stamp.digest)
  const material = {
    certificates: [...stamp.certificates, ...opened.certificates],
    crls: [...stamp.crls, ...opened.crls],
    ocsps: [...stamp.ocsps, ...opened.ocsps],
  }
  const signer = {
    certificate,
    material,
    algorithms: stamp.algorithms,
    since,
    existence: withSigner(existence, certificate, since),
  }
  const answer = judgeSigner(signer, context.stampAnchors, context)
  return {
    stamp,
    conclusion: answer.conclusion,
    checks: [...stamp.checks, ...answer.checks],
    path: answer.path,
    revocations: answer.revocations,
  }
}

const rank: Readonly<Record<OpenedTimeStamp['kind'], number>> = { content: 0, signature: 1, archive: 2, document: 2 }

/** Content stamps before signature stamps before archive stamps (EN 319 102-1 §5.5.4, §5.6.3), among those that hold. */
export function stampOrder(timeStamps: readonly ValidatedTimeStamp[]): Check {
  const held = stampsThatHold(timeStamps)
  const wrong = held.some((a) =>
    held.some((b) => rank[a.kind] < rank[b.kind] && a.at - a.accuracyMs > b.at + b.accuracyMs),
  )
  return {
    code: 'time-stamp-order',
    outcome: held.length === 0 ? 'not-checked' : wrong ? 'failed' : 'passed',
    facts: { held: held.length },
  }
}
