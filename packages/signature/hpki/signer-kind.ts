import { Malformed } from '../malformed.ts'
import type { ValidatedSignature } from '../validation/validate.ts'
import type { Certificate } from '../x509/certificate.ts'
import { policiesOf } from '../x509/extension/policies.ts'
import { extendedKeyUsageOf } from '../x509/extension/usage.ts'
import { textsOf } from '../x509/name.ts'
import { healthcareActorsOf } from './role.ts'

/** 署名者の種別 — own certificate; 立会人型: a service signed on somebody's behalf; an organisation's seal (eシール); or nothing shows which. */
export type SignerKind = 'own-certificate' | 'provider-on-behalf' | 'organisation-seal' | 'unknown'

export interface SignerKindAnswer {
  readonly kind: SignerKind
  /** Codes of what was seen. Two are needed for `provider-on-behalf`, and a name alone is never one. */
  readonly evidence: readonly string[]
}

/** Policies of providers that sign on behalf, known to the operator; none comes with the package. */
export interface KnownProviders {
  readonly policies: readonly string[]
  readonly sealPolicies: readonly string[]
}

const documentSigning: ReadonlySet<string> = new Set([
  '1.3.6.1.5.5.7.3.36',
  '1.2.840.113583.1.1.5',
  '1.3.6.1.4.1.311.10.3.12',
])
const company = /株式会社|有限会社|合同会社|kabushiki|\bco\.,? ?ltd|\binc\.?$|\bcorp/i

/** An extension that cannot be read shows nothing of the signer; the other answers about the file stand. */
export function signerKindOf({ opened }: ValidatedSignature, known: KnownProviders): SignerKindAnswer {
  const certificate = opened.signingCertificate
  if (certificate === null) return { kind: 'unknown', evidence: [] }
  try {
    return kindOf(certificate, opened.claims, known)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return { kind: 'unknown', evidence: [] }
  }
}

function kindOf(
  certificate: Certificate,
  claims: Readonly<Record<string, string>>,
  known: KnownProviders,
): SignerKindAnswer {
  if (healthcareActorsOf(certificate) !== null) return { kind: 'own-certificate', evidence: ['healthcare-role'] }
  const policies = policiesOf(certificate)?.oids ?? []
  if (policies.some((oid) => known.sealPolicies.includes(oid)))
    return { kind: 'organisation-seal', evidence: ['seal-policy'] }
  const evidence = providerEvidence(certificate, policies, claims, known)
  if (evidence.length >= 2) return { kind: 'provider-on-behalf', evidence }
  return { kind: 'unknown', evidence }
}

function providerEvidence(
  certificate: Certificate,
  policies: readonly string[],
  claims: Readonly<Record<string, string>>,
  known: KnownProviders,
): readonly string[] {
  const purposes = extendedKeyUsageOf(certificate) ?? []
  const subject = [...textsOf(certificate.subject, '2.5.4.3'), ...textsOf(certificate.subject, '2.5.4.10')]
  const claimed = claims.Name
  return [
    ...(policies.some((oid) => known.policies.includes(oid)) ? ['provider-policy'] : []),
    ...(purposes.some((oid) => documentSigning.has(oid)) && subject.some((text) => company.test(text))
      ? ['document-signing-of-a-company']
      : []),
    ...(claimed !== undefined && claimed !== '' && !subject.includes(claimed) ? ['other-name-claimed'] : []),
  ]
}
