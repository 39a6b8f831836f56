import type { Moment } from '../asn1/value.ts'
import { believableUntil } from '../policy/judge-algorithm.ts'
import type { Certificate } from '../x509/certificate.ts'
import { buildPath } from '../x509/path.ts'
import { type PathTrouble, plainInputs } from '../x509/validate-path.ts'
import { askRevocation } from './ask-revocation.ts'
import type { ValidationContext } from './context.ts'
import type { Existence } from './existence.ts'
import type { AlgorithmUse, OpenedSignature } from './opened.ts'
import { isoOf, type Slide, type Step, slide } from './slide.ts'
import { type Check, type Conclusion, failed, indeterminate, passed, type SubIndication } from './verdict.ts'

/** Whoever made a signature or a time stamp, with all that travelled with it. */
export interface Signer {
  readonly certificate: Certificate
  readonly material: Pick<OpenedSignature, 'certificates' | 'crls' | 'ocsps'>
  readonly algorithms: readonly AlgorithmUse[]
  /** Since when the signature value is proven to exist. */
  readonly since: Moment
  readonly existence: Existence
}

export interface SignerAnswer {
  readonly conclusion: Conclusion
  readonly checks: readonly Check[]
  readonly path: readonly Certificate[]
  readonly revocations: Slide['revocations']
}

/** Path to an anchor, revocation and algorithms, each as of the time at which the signature is proven to exist. */
export function judgeSigner(signer: Signer, anchors: readonly Certificate[], context: ValidationContext): SignerAnswer {
  const others = [...signer.material.certificates, ...context.certificates]
  const found = buildPath(signer.certificate, anchors, others, plainInputs, context.known)
  if (found.path === null) return withoutPath(found.trouble)
  const slid = slide(
    found.path,
    context.at,
    signer.existence,
    context.algorithms,
    askRevocation(found.path, signer, context),
  )
  const strength = algorithmStep(signer, context)
  const late = [...slid.steps, strength].filter(({ to }) => to < signer.since)
  const early = signer.since < signer.certificate.notBefore
  return {
    conclusion: early ? failed('NOT_YET_VALID', 'proven-in-time') : worstOf(late),
    checks: [
      {
        code: 'path',
        outcome: 'passed',
        facts: { anchor: found.path.at(-1)?.fingerprint ?? '', length: found.path.length },
      },
      ...slid.steps.map((step) => toldOf(step, signer.since)),
      toldOf(strength, signer.since),
      {
        code: 'proven-in-time',
        outcome: early || late.length > 0 ? 'failed' : 'passed',
        facts: { controlTime: isoOf(slid.controlTime), since: isoOf(signer.since) },
      },
    ],
    path: found.path,
    revocations: slid.revocations,
  }
}

/** What ended is no trouble to a signature that is proven to be older. */
function toldOf({ check, to }: Step, since: Moment): Check {
  if (check.outcome === 'passed' || to < since) return check
  return { ...check, outcome: 'passed', facts: { ...check.facts, provenSince: isoOf(since) } }
}

function withoutPath(trouble: PathTrouble | null): SignerAnswer {
  const code = trouble?.code ?? 'path'
  const facts: Check['facts'] = trouble === null ? {} : { certificate: trouble.certificate.fingerprint }
  const conclusion = indeterminate(trouble?.subIndication ?? 'NO_CERTIFICATE_CHAIN_FOUND', code)
  return { conclusion, checks: [{ code, outcome: 'failed', facts }], path: [], revocations: [] }
}

/** Which of several troubles is told: what a reader must act on stands before what waiting can mend. */
const order: readonly SubIndication[] = [
  'CRYPTO_CONSTRAINTS_FAILURE',
  'REVOKED_CA_NO_POE',
  'REVOKED_NO_POE',
  'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  'OUT_OF_BOUNDS_NO_POE',
  'OUT_OF_BOUNDS_NOT_REVOKED',
  'TRY_LATER',
  // What is not proven to be old enough follows from one of the others, and is told when none of them is there.
  'NO_POE',
]

function worstOf(late: readonly Step[]): Conclusion {
  const decisive = order.flatMap((sub) => late.filter((step) => step.sub === sub))[0]
  return decisive === undefined ? passed : indeterminate(decisive.sub, decisive.check.code)
}

/** An algorithm that may never be believed is a constraint broken; one that ended is a matter of proof. */
function algorithmStep({ algorithms }: Signer, { algorithms: policy, at }: ValidationContext): Step {
  const { until, weakest } = believableUntil(policy, algorithms)
  const named: Check['facts'] =
    weakest === null
      ? {}
      : { algorithm: weakest.algorithm, bits: weakest.bits ?? 0, place: weakest.place, until: isoOf(until) }
  return {
    check: {
      code: 'algorithms',
      outcome: until <= at ? 'failed' : 'passed',
      facts: { policy: policy.name, dated: policy.date, ...named },
    },
    to: until <= at ? until : Number.POSITIVE_INFINITY,
    sub: Number.isFinite(until) ? 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE' : 'CRYPTO_CONSTRAINTS_FAILURE',
  }
}
