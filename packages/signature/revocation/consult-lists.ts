import { readAsn1 } from '../asn1/read.ts'
import { type Moment, momentOf } from '../asn1/value.ts'
import { integer } from '../asn1/write.ts'
import { algorithmUses } from '../policy/judge-algorithm.ts'
import type { AlgorithmUse } from '../validation/opened.ts'
import type { Certificate } from '../x509/certificate.ts'
import { nameInWords } from '../x509/name.ts'
import { schemeOf } from '../x509/signature-value.ts'
import { allReasons, reasonsCovered } from './list-scope.ts'
import { listSigner } from './list-signer.ts'
import { entryFor, type RevocationList, type RevokedEntry } from './revocation-list.ts'
import type { RevocationSource, RevocationStatus } from './status.ts'

/** Reason codes of which only the list's own date of compromise tells since when the key was in other hands. */
const compromise: ReadonlySet<number> = new Set([1, 2, 10])
const onHold = 6
const removedFromList = 8

/** A list's own signer may need a list, whose signer may need one again; PKITS goes two steps. */
const furthest = 3

/** Signatures of lists checked for one question: more only occur where somebody brings lists by the hundred. */
const mostSignatureChecks = 200

/** Since when a list keeps expired certificates (X.509 §9.5.2.8). */
const keptSince = '2.5.29.60'

/**
 * What lists say of a certificate (RFC 5280 §6.3.3), for every reason together. The newest list of each scope speaks; a revocation
 * counts wherever it stands, save a hold that a newer list has lifted. A list made after the certificate's end may have dropped
 * it (§3.3), so it can say `revoked` but not `good`.
 */
export function consultLists(
  certificate: Certificate,
  issuer: Certificate,
  anchor: Certificate,
  lists: readonly RevocationList[],
  others: readonly Certificate[],
): RevocationStatus {
  const different = [...new Map(lists.map((list) => [list.digest, list])).values()]
  return consult(certificate, issuer, { anchor, lists: different, others, budget: { left: mostSignatureChecks } }, [])
}

interface Consulted {
  readonly anchor: Certificate
  readonly lists: readonly RevocationList[]
  readonly others: readonly Certificate[]
  readonly budget: { left: number }
}

function consult(
  certificate: Certificate,
  issuer: Certificate,
  consulted: Consulted,
  asking: readonly Certificate[],
): RevocationStatus {
  const { anchor, lists, others, budget } = consulted
  if (lists.length === 0) return { state: 'unknown', why: 'no-list' }
  const scoped = lists.flatMap((list) => {
    const reasons = reasonsCovered(list, certificate)
    return reasons === null ? [] : [{ list, reasons }]
  })
  if (scoped.length === 0) return { state: 'unknown', why: 'list-scope' }
  // A signer that is being asked about may say so of itself, as §6.3.3 leaves it: another key that it revoked would have said so too.
  const isGood = (one: Certificate, above: Certificate): boolean =>
    asking.includes(one) ||
    (asking.length < furthest && consult(one, above, consulted, [...asking, one]).state === 'good')
  const signed = scoped.flatMap(({ list, reasons }) => {
    const signer = listSigner(list, issuer, anchor, { certificates: others, budget, isGood })
    return signer === null ? [] : [{ list, reasons, signer }]
  })
  if (signed.length === 0) return { state: 'unknown', why: 'list-signature' }
  const plain = signed.filter(({ list }) => isUnderstood(list))
  return plain.length === 0 ? { state: 'unknown', why: 'list-extension' } : judge(certificate, plain)
}

interface Scoped {
  readonly list: RevocationList
  readonly reasons: ReadonlySet<number>
  readonly signer: Certificate
}

const understood: ReadonlySet<string> = new Set(['2.5.29.20', '2.5.29.27', '2.5.29.28', '2.5.29.35', keptSince])

const isUnderstood = (list: RevocationList): boolean =>
  [...list.extensions.values()].every(({ critical, oid }) => !critical || understood.has(oid))

function judge(certificate: Certificate, scoped: readonly Scoped[]): RevocationStatus {
  const serial = integer(certificate.serialNumber)
  const bases = scoped
    .filter(({ list }) => list.baseNumber === null)
    .sort((a, b) => b.list.thisUpdate - a.list.thisUpdate)
  const entry = (list: RevocationList): RevokedEntry | null =>
    entryFor(list, certificate.issuer.key, certificate.serialNumber, serial)
  const deltas = scoped.filter(({ list }) => list.baseNumber !== null)
  const algorithms: AlgorithmUse[] = []
  const covered = new Set<number>()
  let speaksUntil = Number.POSITIVE_INFINITY
  let source: RevocationSource | null = null
  let late = false
  for (const base of bases) {
    const { list, reasons } = base
    const delta = newestDelta(list, deltas)
    const found = foundIn(entry(list), delta === null ? null : entry(delta.list))
    const newest = delta?.list ?? list
    const uses = [base, ...(delta === null ? [] : [delta])].flatMap(usesOf)
    if (found?.strange) return { state: 'unknown', why: 'list-extension' }
    const lifted = found?.reason === onHold && [...reasons].every((reason) => covered.has(reason)) && covered.size > 0
    if (found !== null && !lifted)
      return { state: 'revoked', revokedAt: since(found), reason: found.reason, source: sourceOf(newest, uses) }
    if (list.thisUpdate > certificate.notAfter && !keepsExpired(list, certificate.notAfter)) {
      late = true
      continue
    }
    const fresh = [...reasons].filter((reason) => !covered.has(reason))
    if (fresh.length === 0) continue
    for (const reason of fresh) covered.add(reason)
    algorithms.push(...uses)
    const until = newest.nextUpdate ?? newest.thisUpdate
    if (until < speaksUntil) [speaksUntil, source] = [until, sourceOf(newest, algorithms)]
  }
  if (covered.size === allReasons.size && source !== null) return { state: 'good', speaksUntil, source }
  return {
    state: 'unknown',
    why: late ? 'list-after-expiry' : bases.length === 0 ? 'list-delta-alone' : 'list-reasons',
  }
}

function keepsExpired(list: RevocationList, expiredAt: Moment): boolean {
  const extension = list.extensions.get(keptSince)
  return extension !== undefined && momentOf(readAsn1(extension.value), 'expiredCertsOnCRL') <= expiredAt
}

/** A delta list counts on top of a base of its own scope that is not older than the one it was made for (§5.2.4). */
function newestDelta(base: RevocationList, deltas: readonly Scoped[]): Scoped | null {
  const fitting = deltas.filter(
    ({ list: delta }) =>
      delta.issuer.key === base.issuer.key &&
      sameExtension(delta, base, '2.5.29.28') &&
      sameExtension(delta, base, '2.5.29.35') &&
      base.number !== null &&
      delta.baseNumber !== null &&
      delta.number !== null &&
      base.number >= delta.baseNumber &&
      base.number <= delta.number,
  )
  return fitting.reduce<Scoped | null>(
    (best, one) => (best === null || (one.list.number ?? 0n) > (best.list.number ?? 0n) ? one : best),
    null,
  )
}

function sameExtension(one: RevocationList, other: RevocationList, oid: string): boolean {
  const [a, b] = [one.extensions.get(oid)?.value, other.extensions.get(oid)?.value]
  return a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0
}

/** The delta's word is the newer one; `removeFromCRL` takes an entry back. */
function foundIn(base: RevokedEntry | null, delta: RevokedEntry | null): RevokedEntry | null {
  const found = delta ?? base
  return found?.reason === removedFromList ? null : found
}

const since = ({ reason, revokedAt, invalidityDate }: RevokedEntry): number =>
  compromise.has(reason) && invalidityDate !== null ? Math.min(revokedAt, invalidityDate) : revokedAt

function usesOf({ list, signer }: Scoped): readonly AlgorithmUse[] {
  const scheme = schemeOf(list.signatureAlgorithm)
  return scheme === null ? [] : algorithmUses(scheme, signer.publicKey, null, 'revocation')
}

const sourceOf = (list: RevocationList, algorithms: readonly AlgorithmUse[]): RevocationSource => ({
  kind: 'crl',
  thisUpdate: list.thisUpdate,
  nextUpdate: list.nextUpdate,
  digest: list.digest,
  issuer: nameInWords(list.issuer),
  algorithms,
})
