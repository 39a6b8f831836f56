import { membersOf, readAsn1 } from '../../asn1/read.ts'
import { tag } from '../../asn1/tag.ts'
import { booleanOf, expectTag, namedBitsOf, oidOf, smallIntegerOf } from '../../asn1/value.ts'
import { Malformed } from '../../malformed.ts'
import type { Certificate } from '../certificate.ts'

export interface BasicConstraints {
  readonly isCa: boolean
  /** null: no limit. */
  readonly pathLength: number | null
}

/** RFC 5280 §4.2.1.9; null: the extension is not there. */
export function basicConstraintsOf(certificate: Certificate): BasicConstraints | null {
  const extension = certificate.extensions.get('2.5.29.19')
  if (extension === undefined) return null
  const [first, second] = membersOf(expectTag(readAsn1(extension.value), tag.sequence, 'basic constraints'))
  const flagged = first?.tag === tag.boolean
  const length = flagged ? second : first
  const pathLength = length === undefined ? null : smallIntegerOf(length, 'path length')
  if (pathLength !== null && pathLength < 0) throw new Malformed('path-length-negative')
  return { isCa: flagged ? booleanOf(first, 'cA') : false, pathLength }
}

const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const
export type KeyUsage = (typeof keyUsages)[number]

/** 鍵用途 — RFC 5280 §4.2.1.3; null: the extension is not there, and every use is allowed. */
export function keyUsageOf(certificate: Certificate): readonly KeyUsage[] | null {
  const extension = certificate.extensions.get('2.5.29.15')
  if (extension === undefined) return null
  return namedBitsOf(readAsn1(extension.value), 'key usage').flatMap((bit) => keyUsages[bit] ?? [])
}

/** §4.2.1.12, dotted decimal; null: the extension is not there. */
export function extendedKeyUsageOf(certificate: Certificate): readonly string[] | null {
  const extension = certificate.extensions.get('2.5.29.37')
  if (extension === undefined) return null
  return membersOf(expectTag(readAsn1(extension.value), tag.sequence, 'extended key usage')).map((one) => oidOf(one))
}
