import type { Moment } from '../asn1/value.ts'
import type { AlgorithmPolicy } from '../policy/algorithm-policy.ts'
import { algorithmUses, believableUntil } from '../policy/judge-algorithm.ts'
import type { Certificate } from '../x509/certificate.ts'
import { nameInWords } from '../x509/name.ts'
import { schemeOf } from '../x509/signature-value.ts'
import type { AlgorithmUse, SignatureLevel } from './opened.ts'
import type { ValidatedSignature } from './validate.ts'
import { stampsThatHold } from './validate-time-stamps.ts'

/** なぜその日までか — whose certificate ends, or which algorithm. */
export type RenewalReason =
  | { readonly ends: 'certificate'; readonly subject: string; readonly fingerprint: string }
  | { readonly ends: 'algorithm'; readonly algorithm: string; readonly bits: number | null }

export interface HoldsUntil {
  readonly until: Moment
  readonly because: RenewalReason
}

/**
 * 更新期限 — until when a signature that holds now goes on holding by its proofs, if only fresh lists about the newest of them can be had. An archive
 * stamp stands for all under it; without one, what is kept at B-LT still needs the authorities above the signer, and at B-T the signer too. Null:
 * nothing proves when it existed, or it does not hold.
 */
export function holdsUntil(signature: ValidatedSignature, policy: AlgorithmPolicy): HoldsUntil | null {
  if (signature.conclusion.indication !== 'TOTAL-PASSED') return null
  const held = stampsThatHold(signature.timeStamps).filter(({ kind }) => kind !== 'content')
  const newest = Math.max(...held.map(({ at }) => at))
  const stamp = signature.timeStamps.findLast((one) => held.includes(one.stamp) && one.stamp.at === newest)
  if (stamp === undefined) return null
  const ends = [
    ...endsOfUses(stamp.stamp.algorithms, policy),
    ...endsOfPath(stamp.path, 0, policy),
    ...endsOfPath(signature.path, standsFrom[signature.opened.level], policy),
  ]
  return ends.reduce<HoldsUntil | null>((first, one) => (first && first.until <= one.until ? first : one), null)
}

/** From where on the signer's own path still has to stand: by what is kept, and by what an archive stamp stands for. */
const standsFrom: Readonly<Record<SignatureLevel, number>> = {
  'B-B': 0,
  'B-T': 0,
  'B-LT': 1,
  'B-LTA': Number.POSITIVE_INFINITY,
}

/** The anchor is believed as it stands; where it stamps itself, its end is the only one there is. */
function endsOfPath(path: readonly Certificate[], from: number, policy: AlgorithmPolicy): readonly HoldsUntil[] {
  const standing = path.length === 1 ? path.slice(from) : path.slice(from, -1)
  return standing.flatMap((certificate) => {
    const { notAfter: until, subject, fingerprint } = certificate
    const because = { ends: 'certificate', subject: nameInWords(subject), fingerprint } as const
    const scheme = schemeOf(certificate.signatureAlgorithm)
    const issuer = path[path.indexOf(certificate) + 1]
    if (scheme === null || issuer === undefined) return [{ until, because }]
    return [{ until, because }, ...endsOfUses(algorithmUses(scheme, issuer.publicKey, null, 'certificate'), policy)]
  })
}

function endsOfUses(uses: readonly AlgorithmUse[], policy: AlgorithmPolicy): readonly HoldsUntil[] {
  const { until, weakest } = believableUntil(policy, uses)
  if (weakest === null) return []
  return [{ until, because: { ends: 'algorithm', algorithm: weakest.algorithm, bits: weakest.bits ?? null } }]
}
