import { readOr } from '../malformed.ts'
import type { Certificate } from '../x509/certificate.ts'
import { isSignedBy, newMemory } from '../x509/certificate-signature.ts'
import { authorityAccessOf } from '../x509/extension/authority-access.ts'
import { distributionPointsOf } from '../x509/extension/distribution-points.ts'
import type { ValidationContext } from './context.ts'
import type { OpenedStamps } from './opened.ts'
import type { ValidatedSignature } from './validate.ts'
import type { ValidatedTimeStamp } from './validate-time-stamps.ts'

/** 足りない証拠 — what nobody had at hand when a signature was judged, and where its certificates say it is published. */
export type EvidenceWish =
  | { readonly kind: 'issuer'; readonly certificate: Certificate; readonly addresses: readonly string[] }
  | {
      readonly kind: 'revocation'
      readonly certificate: Certificate
      readonly issuer: Certificate
      readonly responders: readonly string[]
      readonly lists: readonly string[]
    }

/** An authority names one address or two; whoever names more has made them. */
const mostAddresses = 8
/** As deep as a path is looked for. */
const deepest = 12

/**
 * Which issuers, lists and answers could decide about a signature and its time stamps: asked only where the answer is INDETERMINATE, and
 * never about an anchor. The addresses come out of certificates that nobody believes yet.
 */
export function evidenceWanted(signature: ValidatedSignature, context: ValidationContext): readonly EvidenceWish[] {
  const { opened, timeStamps } = signature
  if (opened.conclusion !== null) return []
  const own = { ...signature, certificate: opened.signingCertificate }
  return different([
    ...wantedBy(own, opened.certificates, context),
    ...timeStamps.flatMap((stamp) => wantedByStamp(stamp, opened.certificates, context)),
  ])
}

/** The same of time stamps without a signature. */
export const evidenceWantedByStamps = (
  stamps: readonly ValidatedTimeStamp[],
  { certificates }: OpenedStamps,
  context: ValidationContext,
): readonly EvidenceWish[] => different(stamps.flatMap((stamp) => wantedByStamp(stamp, certificates, context)))

function wantedByStamp(
  validated: ValidatedTimeStamp,
  beside: readonly Certificate[],
  context: ValidationContext,
): readonly EvidenceWish[] {
  const { stamp } = validated
  if (stamp.conclusion !== null) return []
  return wantedBy({ ...validated, certificate: stamp.signingCertificate }, [...stamp.certificates, ...beside], context)
}

interface Judged extends Pick<ValidatedTimeStamp, 'conclusion' | 'path' | 'revocations'> {
  readonly certificate: Certificate | null
}

function wantedBy(judged: Judged, beside: readonly Certificate[], context: ValidationContext): readonly EvidenceWish[] {
  const { certificate, conclusion, path } = judged
  if (certificate === null || conclusion.indication !== 'INDETERMINATE') return []
  if (path.length === 0) return issuersWanted(certificate, beside, context)
  return judged.revocations.flatMap(({ certificate: one, status }) => {
    const fresh = status.state === 'revoked' || (status.state === 'good' && status.speaksUntil >= context.at)
    const issuer = path[path.indexOf(one) + 1]
    if (fresh || issuer === undefined) return []
    return [{ kind: 'revocation', certificate: one, issuer, ...addressesOf(one) } as const]
  })
}

/** Climbs by signatures that hold, and asks for the issuer of whatever has none at hand. */
function issuersWanted(
  certificate: Certificate,
  beside: readonly Certificate[],
  { anchors, stampAnchors, certificates, known }: ValidationContext,
): readonly EvidenceWish[] {
  const roots = new Set([...anchors, ...stampAnchors].map(({ fingerprint }) => fingerprint))
  const atHand = Map.groupBy([...anchors, ...stampAnchors, ...certificates, ...beside], ({ subject }) => subject.key)
  const memory = newMemory(known)
  const seen = new Map<string, Certificate>()
  const wishes: EvidenceWish[] = []
  const climb = (one: Certificate): void => {
    const ends = roots.has(one.fingerprint) || one.subject.key === one.issuer.key
    if (ends || seen.has(one.fingerprint) || seen.size >= deepest) return
    seen.set(one.fingerprint, one)
    const issuers = (atHand.get(one.issuer.key) ?? []).filter(({ publicKey }) => isSignedBy(one, publicKey, memory))
    if (issuers.length === 0) wishes.push({ kind: 'issuer', certificate: one, addresses: accessOf(one).issuers })
    for (const issuer of issuers) climb(issuer)
  }
  climb(certificate)
  return wishes
}

function addressesOf(certificate: Certificate) {
  const points = readOr([], () => distributionPointsOf(certificate))
  const named = points.flatMap(({ names }) => (names?.kind === 'full' ? names.names : []))
  const lists = named.flatMap((name) => (name.kind === 'uri' ? [name.text] : []))
  return { lists: few(lists), responders: accessOf(certificate).responders }
}

function accessOf(certificate: Certificate) {
  const { issuers, responders } = readOr({ issuers: [], responders: [] }, () => authorityAccessOf(certificate))
  return { issuers: few(issuers), responders: few(responders) }
}

const few = (addresses: readonly string[]): readonly string[] => [...new Set(addresses)].slice(0, mostAddresses)

const different = (wishes: readonly EvidenceWish[]): readonly EvidenceWish[] => [
  ...new Map(wishes.map((wish) => [`${wish.kind} ${wish.certificate.fingerprint}`, wish])).values(),
]
