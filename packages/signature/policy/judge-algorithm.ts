import type { Moment } from '../asn1/value.ts'
import type { AlgorithmUse } from '../validation/opened.ts'
import { type DigestName, keyStrength, type SignatureScheme } from '../x509/signature-value.ts'
import type { AlgorithmPolicy, AlgorithmRow } from './algorithm-policy.ts'

/** The row that speaks of this use: the one with the largest least size that the key reaches. Null: the policy does not know it. */
export function rowFor(policy: AlgorithmPolicy, { algorithm, bits = 0 }: AlgorithmUse): AlgorithmRow | null {
  const fitting = policy.rows.filter((row) => row.algorithm === algorithm && (row.leastBits ?? 0) <= bits)
  return fitting.reduce<AlgorithmRow | null>(
    (best, row) => (best === null || (row.leastBits ?? 0) > (best.leastBits ?? 0) ? row : best),
    null,
  )
}

/** Until when all of these may be believed, and the one that ends first. An unknown algorithm may never be. */
export function believableUntil(
  policy: AlgorithmPolicy,
  uses: readonly AlgorithmUse[],
): { readonly until: Moment; readonly weakest: AlgorithmUse | null } {
  let until = Number.POSITIVE_INFINITY
  let weakest: AlgorithmUse | null = null
  for (const use of uses) {
    const row = rowFor(policy, use)
    const end = row === null ? Number.NEGATIVE_INFINITY : (row.verifyUntil ?? Number.POSITIVE_INFINITY)
    if (end < until) [until, weakest] = [end, use]
  }
  return { until, weakest }
}

/** Whether new signatures may still be made with these at that moment. */
export function maySign(policy: AlgorithmPolicy, uses: readonly AlgorithmUse[], at: Moment): boolean {
  return uses.every((use) => {
    const row = rowFor(policy, use)
    return row !== null && (row.signUntil === null || at < row.signUntil)
  })
}

/** What a signature stands on: the scheme with its key, and the digest. `named` is the digest where the scheme names none. */
export function algorithmUses(
  scheme: SignatureScheme,
  publicKey: Uint8Array,
  named: DigestName | null,
  place: string,
): readonly AlgorithmUse[] {
  const digest = scheme.digest ?? named
  const bits = keyStrength(publicKey)?.bits ?? 0
  return [{ algorithm: scheme.algorithm, bits, place }, ...(digest === null ? [] : [{ algorithm: digest, place }])]
}
