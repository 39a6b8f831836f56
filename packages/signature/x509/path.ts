import type { Certificate } from './certificate.ts'
import { authorityKeyOf, subjectKeyIdOf } from './extension/names.ts'
import { type PathInputs, type PathTrouble, plainInputs, validatePath } from './validate-path.ts'

/** The longest chain of NIST PKITS has 6 certificates below its anchor; HPKI has 2. */
const deepest = 12
/** Each path that is tried costs a few signatures: a pile of certificates with one name cannot keep us busy. */
const mostTries = 64

/** 証明書パス — from the signer's certificate to an anchor; or why there is none. */
export type PathAnswer =
  | { readonly path: readonly Certificate[]; readonly trouble: null }
  /** `null`: nothing leads to an anchor. Otherwise the trouble of the path that was tried first. */
  | { readonly path: null; readonly trouble: PathTrouble | null }

/**
 * Looks for a path by names and key identifiers and validates each that is found (RFC 4158), shortest first. An anchor that is the
 * certificate itself is a path of one.
 */
export function buildPath(
  target: Certificate,
  anchors: readonly Certificate[],
  others: readonly Certificate[],
  inputs: PathInputs = plainInputs,
): PathAnswer {
  if (anchors.some(({ fingerprint }) => fingerprint === target.fingerprint)) return { path: [target], trouble: null }
  let first: PathTrouble | null = null
  let tries = 0
  for (const path of pathsFrom([target], anchors, bySubject(others), { left: mostTries * deepest })) {
    if (tries++ === mostTries) break
    const trouble = validatePath(path, inputs)
    if (trouble === null) return { path, trouble: null }
    first ??= trouble
  }
  return { path: null, trouble: first }
}

function* pathsFrom(
  path: readonly Certificate[],
  anchors: readonly Certificate[],
  others: ReadonlyMap<string, readonly Certificate[]>,
  budget: { left: number },
): Generator<readonly Certificate[]> {
  const top = path.at(-1)
  if (top === undefined || path.length > deepest || budget.left-- <= 0) return
  for (const anchor of anchors)
    if (anchor.subject.key === top.issuer.key && !isKnownOther(top, anchor)) yield [...path, anchor]
  const above = (others.get(top.issuer.key) ?? []).filter(
    (one) => !isKnownOther(top, one) && !path.some((seen) => isSame(seen, one)),
  )
  for (const next of [...above].sort((a, b) => likelihood(top, b) - likelihood(top, a)))
    yield* pathsFrom([...path, next], anchors, others, budget)
}

function bySubject(certificates: readonly Certificate[]): ReadonlyMap<string, readonly Certificate[]> {
  const map = new Map<string, Certificate[]>()
  const seen = new Set<string>()
  for (const certificate of certificates) {
    if (seen.has(certificate.fingerprint)) continue
    seen.add(certificate.fingerprint)
    const same = map.get(certificate.subject.key)
    if (same) same.push(certificate)
    else map.set(certificate.subject.key, [certificate])
  }
  return map
}

/** Never twice the same name with the same key: that is a loop (RFC 5280 §6.1). */
const isSame = (one: Certificate, other: Certificate): boolean =>
  one.subject.key === other.subject.key && Buffer.compare(one.publicKey, other.publicKey) === 0

/** Both sides name a key, and they name different ones. */
function isKnownOther(below: Certificate, above: Certificate): boolean {
  const wanted = authorityKeyOf(below.extensions)?.keyId ?? null
  const has = subjectKeyIdOf(above)
  return wanted !== null && has !== null && Buffer.compare(wanted, has) !== 0
}

const likelihood = (below: Certificate, above: Certificate): number =>
  (subjectKeyIdOf(above) === null ? 0 : 1) + (above.notAfter >= below.notAfter ? 1 : 0)
