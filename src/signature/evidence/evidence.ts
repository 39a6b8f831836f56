import type { Certificate, ValidationContext } from '@omamori/signature'

/** 証拠 — what a verification takes beside the trust at hand. */
export interface Evidence {
  readonly certificates: readonly Certificate[]
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
}

export const noEvidence: Evidence = { certificates: [], crls: [], ocsps: [] }

export const together = (one: Evidence, other: Evidence): Evidence => ({
  certificates: [...one.certificates, ...other.certificates],
  crls: [...one.crls, ...other.crls],
  ocsps: [...one.ocsps, ...other.ocsps],
})

/** What was gathered is believed only under the anchors that were there before. */
export const withEvidence = (
  context: ValidationContext,
  { certificates, crls, ocsps }: Evidence,
): ValidationContext => ({
  ...context,
  certificates: [...context.certificates, ...certificates],
  crls: [...context.crls, ...crls],
  ocsps: [...context.ocsps, ...ocsps],
})
