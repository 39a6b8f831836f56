import {
  authorityAccessOf,
  type Certificate,
  distributionPointsOf,
  healthcareActorsOf,
  hpkiProfile,
  type Moment,
  policiesOf,
} from '@omamori/signature'
import { certificateView, plain } from '../certificate-view.ts'
import type { CertificateView } from '../wire.ts'

/** HPKIのプロファイル — by the certificate's own policy; whether its issuer may give it is for a verification to say. */
export type HpkiUse = 'signing' | 'authentication' | 'issuing' | 'none'

/** 証明書の表示 — everything that a certificate says, for a person to compare. Nothing of it was verified. */
export interface ShownCertificate extends CertificateView {
  /** Beside the day shown: whether its time has not come, is now, or is over. */
  readonly standing: 'not-yet' | 'now' | 'over'
  readonly hpki: HpkiUse
  /** `licence: false` for offices; null: a role that the table does not know. */
  readonly roles: readonly ShownRole[]
  /** Where its revocation lists, its responders and its issuer's certificate are published. */
  readonly lists: readonly string[]
  readonly responders: readonly string[]
  readonly issuers: readonly string[]
}

interface ShownRole {
  readonly text: string
  readonly japanese: string | null
  readonly licence: boolean | null
}

/** Throws `Malformed` where a part of it cannot be read. */
export function showCertificate(certificate: Certificate, at: Moment): ShownCertificate {
  const { issuers, responders } = authorityAccessOf(certificate)
  return {
    ...certificateView(certificate),
    standing: at < certificate.notBefore ? 'not-yet' : at > certificate.notAfter ? 'over' : 'now',
    hpki: hpkiUseOf(policiesOf(certificate)?.oids ?? []),
    roles: rolesOf(certificate),
    lists: listsOf(certificate).map(plain),
    responders: responders.map(plain),
    issuers: issuers.map(plain),
  }
}

function hpkiUseOf(policies: readonly string[]): HpkiUse {
  const { signingPolicies, authenticationPolicies, issuingPolicies } = hpkiProfile
  const names = ({ oids }: { readonly oids: readonly string[] }) => policies.some((oid) => oids.includes(oid))
  if (names(authenticationPolicies)) return 'authentication'
  if (names(signingPolicies)) return 'signing'
  return names(issuingPolicies) ? 'issuing' : 'none'
}

function rolesOf(certificate: Certificate): readonly ShownRole[] {
  const { codingScheme, roles } = hpkiProfile
  const actors = (healthcareActorsOf(certificate) ?? []).filter(({ scheme }) => codingScheme.oids.includes(scheme))
  return actors.map(({ text }) => {
    const row = roles.find((one) => one.text === text)
    return { text: plain(text ?? ''), japanese: row?.japanese ?? null, licence: row?.licence ?? null }
  })
}

function listsOf(certificate: Certificate): readonly string[] {
  const names = distributionPointsOf(certificate).flatMap(({ names }) => (names?.kind === 'full' ? names.names : []))
  return names.flatMap((name) => (name.kind === 'uri' ? [name.text] : []))
}
