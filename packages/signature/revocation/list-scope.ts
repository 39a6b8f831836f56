import type { Certificate } from '../x509/certificate.ts'
import { type DistributionPoint, distributionPointsOf, type PointNames } from '../x509/extension/distribution-points.ts'
import { basicConstraintsOf } from '../x509/extension/usage.ts'
import type { GeneralName } from '../x509/general-name.ts'
import type { RevocationList } from './revocation-list.ts'

/** Bits of ReasonFlags that a complete answer covers: keyCompromise to aACompromise (RFC 5280 §6.3.2). */
export const allReasons: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8])

/**
 * Of which reasons a list speaks for this certificate (RFC 5280 §6.3.3 (b), (d)); null: it does not speak of it at all. A
 * certificate's points are all tried: HPKI's roots name both a directory name and an address, and the list only the former.
 */
export function reasonsCovered(list: RevocationList, certificate: Certificate): ReadonlySet<number> | null {
  const points = distributionPointsOf(certificate)
  const tried = points.length > 0 ? points : [plainPoint(certificate)]
  const covered = tried.flatMap((point) => (speaksOf(list, certificate, point) ? [...reasonsOf(list, point)] : []))
  const any = tried.some((point) => speaksOf(list, certificate, point))
  return any ? new Set(covered) : null
}

const plainPoint = ({ issuer }: Certificate): DistributionPoint => ({
  names: { kind: 'full', names: [{ kind: 'directory', name: issuer }] },
  reasons: null,
  listIssuer: [],
})

function reasonsOf({ issuingPoint }: RevocationList, { reasons }: DistributionPoint): readonly number[] {
  return [...allReasons].filter(
    (reason) => (reasons?.includes(reason) ?? true) && (issuingPoint?.onlyReasons?.includes(reason) ?? true),
  )
}

function speaksOf(list: RevocationList, certificate: Certificate, point: DistributionPoint): boolean {
  const scope = list.issuingPoint
  if (!isIssuedFor(list, certificate, point)) return false
  if (scope === null) return true
  const isCa = basicConstraintsOf(certificate)?.isCa ?? false
  if ((scope.onlyUsers && isCa) || (scope.onlyCas && !isCa) || scope.onlyAttributes) return false
  if (scope.names === null) return true
  if (point.names === null) return scope.names.kind === 'full' && meets(scope.names.names, point.listIssuer)
  return sameNames(scope.names, point.names, list)
}

function isIssuedFor(list: RevocationList, certificate: Certificate, { listIssuer }: DistributionPoint): boolean {
  if (listIssuer.length === 0) return list.issuer.key === certificate.issuer.key
  const named = listIssuer.some((name) => name.kind === 'directory' && name.name.key === list.issuer.key)
  return named && (list.issuingPoint?.indirect === true || list.issuer.key === certificate.issuer.key)
}

function sameNames(one: PointNames, other: PointNames, list: RevocationList): boolean {
  if (one.kind === 'full' && other.kind === 'full') return meets(one.names, other.names)
  if (one.kind === 'relative' && other.kind === 'relative') return Buffer.compare(one.octets, other.octets) === 0
  // A relative name continues that of the list's issuer (§4.2.1.13): told apart by its octets at the end of the whole name's.
  const [full, relative] = one.kind === 'full' ? [one, other] : [other, one]
  if (full.kind !== 'full' || relative.kind !== 'relative') return false
  return full.names.some(
    (name) =>
      name.kind === 'directory' &&
      name.name.parts.length === list.issuer.parts.length + 1 &&
      name.name.key.startsWith(`${list.issuer.key}
`) &&
      endsWith(name.name.raw, relative.octets),
  )
}

const endsWith = (octets: Uint8Array, end: Uint8Array): boolean =>
  octets.length >= end.length && Buffer.compare(octets.subarray(octets.length - end.length), end) === 0

const meets = (some: readonly GeneralName[], others: readonly GeneralName[]): boolean =>
  some.some((one) => others.some((other) => isSameName(one, other)))

function isSameName(one: GeneralName, other: GeneralName): boolean {
  if (one.kind === 'directory') return other.kind === 'directory' && one.name.key === other.name.key
  if (one.kind === 'uri') return other.kind === 'uri' && one.text === other.text
  if (one.kind === 'dns') return other.kind === 'dns' && one.text.toLowerCase() === other.text.toLowerCase()
  return false
}
