import type { ValidationMaterial } from '../keys/signing-key.ts'
import type { Certificate } from '../x509/certificate.ts'
import { digestOfOctets } from './existence.ts'
import type { Slide } from './slide.ts'
import type { ValidatedSignature } from './validate.ts'

/**
 * What B-LT keeps beside a signature (EN 319 102-1, annex A): the certificates of its path and of its stamps' paths without the anchors, and the
 * lists and answers by which they were judged, and nothing else of what was at hand.
 */
export function materialOf(
  signature: ValidatedSignature,
  atHand: Pick<ValidationMaterial, 'crls' | 'ocsps'>,
): ValidationMaterial {
  const paths: readonly { readonly path: readonly Certificate[]; readonly revocations: Slide['revocations'] }[] = [
    signature,
    ...signature.timeStamps,
  ]
  const used = new Set(
    paths.flatMap(({ revocations }) =>
      revocations.flatMap(({ status }) => (status.state === 'unknown' ? [] : [status.source.digest])),
    ),
  )
  const kept = (octets: readonly Uint8Array[]): readonly Uint8Array[] =>
    octets.filter((one) => used.has(digestOfOctets(one)))
  const certificates = new Map(paths.flatMap(({ path }) => path.slice(0, -1)).map((one) => [one.fingerprint, one.raw]))
  return { certificates: [...certificates.values()], crls: kept(atHand.crls), ocsps: kept(atHand.ocsps) }
}
