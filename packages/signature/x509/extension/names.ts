import { type Asn1, membersOf, readAsn1 } from '../../asn1/read.ts'
import { constructed, primitive, tag } from '../../asn1/tag.ts'
import { expectTag, integerOf, octetsOf } from '../../asn1/value.ts'
import { Malformed } from '../../malformed.ts'
import type { Certificate, Extension } from '../certificate.ts'
import { type GeneralName, readGeneralName } from '../general-name.ts'

/** RFC 5280 §4.2.1.6. */
export function alternativeNamesOf(certificate: Certificate): readonly GeneralName[] {
  const extension = certificate.extensions.get('2.5.29.17')
  if (extension === undefined) return []
  return membersOf(expectTag(readAsn1(extension.value), tag.sequence, 'alternative names')).map(readGeneralName)
}

export interface NameConstraints {
  readonly permitted: readonly GeneralName[]
  readonly excluded: readonly GeneralName[]
}

/** §4.2.1.10; null: the extension is not there. Only the minimum 0 and no maximum are known: a tree that says more is not understood. */
export function nameConstraintsOf(certificate: Certificate): NameConstraints | null {
  const extension = certificate.extensions.get('2.5.29.30')
  if (extension === undefined) return null
  const members = membersOf(expectTag(readAsn1(extension.value), tag.sequence, 'name constraints'))
  const trees = (number: number): readonly GeneralName[] => {
    const found = members.find((member) => member.tag === constructed(number))
    return found === undefined ? [] : membersOf(found).map(readTree)
  }
  return { permitted: trees(0), excluded: trees(1) }
}

function readTree(tree: Asn1): GeneralName {
  const [base, ...bounds] = membersOf(expectTag(tree, tag.sequence, 'tree'))
  if (base === undefined || bounds.length > 0) throw new Malformed('name-constraint-bounds')
  return readGeneralName(base)
}

/** §4.2.1.2. */
export function subjectKeyIdOf(certificate: Certificate): Uint8Array | null {
  const extension = certificate.extensions.get('2.5.29.14')
  return extension === undefined ? null : octetsOf(readAsn1(extension.value), 'subject key identifier')
}

export interface AuthorityKey {
  readonly keyId: Uint8Array | null
  readonly issuer: readonly GeneralName[]
  readonly serialNumber: bigint | null
}

/** §4.2.1.1, of a certificate or of a list. */
export function authorityKeyOf(extensions: ReadonlyMap<string, Extension>): AuthorityKey | null {
  const extension = extensions.get('2.5.29.35')
  if (extension === undefined) return null
  const members = membersOf(expectTag(readAsn1(extension.value), tag.sequence, 'authority key identifier'))
  const one = (wanted: number): Asn1 | undefined => members.find((member) => member.tag === wanted)
  const [keyId, issuer, serial] = [one(primitive(0)), one(constructed(1)), one(primitive(2))]
  return {
    keyId: keyId?.content ?? null,
    issuer: issuer === undefined ? [] : membersOf(issuer).map(readGeneralName),
    serialNumber: serial === undefined ? null : integerOf({ ...serial, tag: tag.integer }, 'serial number'),
  }
}
