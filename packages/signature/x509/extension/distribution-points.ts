import { type Asn1, membersOf, readAsn1 } from '../../asn1/read.ts'
import { constructed, primitive, tag } from '../../asn1/tag.ts'
import { booleanOf, expectTag, namedBitsOf } from '../../asn1/value.ts'
import type { Certificate, Extension } from '../certificate.ts'
import { type GeneralName, readGeneralName } from '../general-name.ts'

/** 配布点 — where lists that speak of a certificate are found (RFC 5280 §4.2.1.13). */
export interface DistributionPoint {
  /** null: not said. A name relative to the issuer is kept as its octets, and compared as such. */
  readonly names: PointNames | null
  /** Numbers of ReasonFlags; null: all. */
  readonly reasons: readonly number[] | null
  readonly listIssuer: readonly GeneralName[]
}

export type PointNames =
  | { readonly kind: 'full'; readonly names: readonly GeneralName[] }
  | { readonly kind: 'relative'; readonly octets: Uint8Array }

export function distributionPointsOf(certificate: Certificate): readonly DistributionPoint[] {
  const extension = certificate.extensions.get('2.5.29.31')
  if (extension === undefined) return []
  return membersOf(expectTag(readAsn1(extension.value), tag.sequence, 'distribution points')).map((point) => {
    const members = membersOf(expectTag(point, tag.sequence, 'distribution point'))
    const [names, reasons, issuer] = [constructed(0), primitive(1), constructed(2)].map((wanted) =>
      members.find((one) => one.tag === wanted),
    )
    return {
      names: names === undefined ? null : readPointNames(names),
      reasons: reasons === undefined ? null : readReasons(reasons),
      listIssuer: issuer === undefined ? [] : membersOf(issuer).map(readGeneralName),
    }
  })
}

/** 発行配布点 — of which certificates a list speaks (§5.2.5). */
export interface IssuingPoint {
  readonly names: PointNames | null
  readonly onlyUsers: boolean
  readonly onlyCas: boolean
  readonly onlyAttributes: boolean
  readonly onlyReasons: readonly number[] | null
  readonly indirect: boolean
}

export function issuingPointOf(extensions: ReadonlyMap<string, Extension>): IssuingPoint | null {
  const extension = extensions.get('2.5.29.28')
  if (extension === undefined) return null
  const members = membersOf(expectTag(readAsn1(extension.value), tag.sequence, 'issuing distribution point'))
  const one = (wanted: number): Asn1 | undefined => members.find((member) => member.tag === wanted)
  const flag = (number: number): boolean => {
    const found = one(primitive(number))
    return found === undefined ? false : booleanOf({ ...found, tag: tag.boolean }, 'flag')
  }
  const [names, reasons] = [one(constructed(0)), one(primitive(3))]
  return {
    names: names === undefined ? null : readPointNames(names),
    onlyUsers: flag(1),
    onlyCas: flag(2),
    onlyReasons: reasons === undefined ? null : readReasons(reasons),
    indirect: flag(4),
    onlyAttributes: flag(5),
  }
}

function readPointNames(holder: Asn1): PointNames | null {
  const [names] = membersOf(holder)
  if (names === undefined) return null
  return names.tag === constructed(0)
    ? { kind: 'full', names: membersOf(names).map(readGeneralName) }
    : { kind: 'relative', octets: names.content }
}

const readReasons = (value: Asn1): readonly number[] => namedBitsOf({ ...value, tag: tag.bitString }, 'reasons')
