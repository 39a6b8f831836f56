import { type Asn1, membersOf, readAsn1 } from '../../asn1/read.ts'
import { primitive, tag } from '../../asn1/tag.ts'
import { expectTag, oidOf, smallIntegerOf } from '../../asn1/value.ts'
import { Malformed } from '../../malformed.ts'
import type { Certificate } from '../certificate.ts'

export const anyPolicy = '2.5.29.32.0'

/** A signer's certificate names one policy, a bridge's a dozen. Each is compared with each of the next certificate. */
const mostPolicies = 256

function fewMembersOf(value: Asn1): readonly Asn1[] {
  const members = membersOf(value)
  if (members.length > mostPolicies) throw new Malformed('too-many-policies', { limit: mostPolicies })
  return members
}

export interface CertificatePolicies {
  readonly critical: boolean
  readonly oids: readonly string[]
}

/** 証明書ポリシ — RFC 5280 §4.2.1.4; null: the extension is not there. Qualifiers decide nothing and are not read. */
export function policiesOf(certificate: Certificate): CertificatePolicies | null {
  const extension = certificate.extensions.get('2.5.29.32')
  if (extension === undefined) return null
  const oids = fewMembersOf(expectTag(readAsn1(extension.value), tag.sequence, 'policies')).map((one) =>
    oidOf(membersOf(expectTag(one, tag.sequence, 'policy'))[0], 'policy'),
  )
  if (oids.length === 0 || new Set(oids).size !== oids.length) throw new Malformed('policies')
  return { critical: extension.critical, oids }
}

export interface PolicyMapping {
  readonly issuer: string
  readonly subject: string
}

/** §4.2.1.5. */
export function policyMappingsOf(certificate: Certificate): readonly PolicyMapping[] {
  const extension = certificate.extensions.get('2.5.29.33')
  if (extension === undefined) return []
  return fewMembersOf(expectTag(readAsn1(extension.value), tag.sequence, 'policy mappings')).map((one) => {
    const [issuer, subject] = membersOf(expectTag(one, tag.sequence, 'policy mapping'))
    return { issuer: oidOf(issuer), subject: oidOf(subject) }
  })
}

/** §4.2.1.11: after how many certificates; null: not said. */
export function policyConstraintsOf(certificate: Certificate): {
  readonly requireExplicit: number | null
  readonly inhibitMapping: number | null
} {
  const extension = certificate.extensions.get('2.5.29.36')
  const members =
    extension === undefined ? [] : membersOf(expectTag(readAsn1(extension.value), tag.sequence, 'policy constraints'))
  const count = (number: number): number | null => {
    const found = members.find((member) => member.tag === primitive(number))
    return found === undefined ? null : smallIntegerOf({ ...found, tag: tag.integer }, 'skip')
  }
  return { requireExplicit: count(0), inhibitMapping: count(1) }
}

/** §4.2.1.14. */
export function inhibitAnyPolicyOf(certificate: Certificate): number | null {
  const extension = certificate.extensions.get('2.5.29.54')
  return extension === undefined ? null : smallIntegerOf(readAsn1(extension.value), 'inhibit any policy')
}
