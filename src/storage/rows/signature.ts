import type { Day, Instant } from '#shared'

/** 信頼の材料 — a certificate or a revocation list that somebody handed in. Its octets never change; only its state moves. */
export interface TrustItemRow {
  readonly facility_id: string
  readonly item_id: string
  readonly kind: string
  /** DER. */
  readonly octets: Uint8Array
  /** SHA-256 over the octets, hex. */
  readonly fingerprint: string
  readonly for_signers: number
  /** A root of HPKI: only under it do licences count. Whoever trusts it for this trusts it for signers. */
  readonly for_hpki: number
  readonly for_stamps: number
  readonly state: string
  readonly added_by: string
  readonly added_at: Instant
}

/** What somebody did with an item: confirmed it, could not confirm it, withdrew it. Never changed. */
export interface TrustStepRow {
  readonly facility_id: string
  readonly item_id: string
  /** Counts from 1 for each item. */
  readonly number: number
  readonly step: string
  /** The digits of the fingerprint as they were typed, hex. */
  readonly typed: string | null
  /** Where the operator publishes it, and on which day somebody read it there. */
  readonly source: string | null
  readonly seen_on: Day | null
  readonly reason: string | null
  readonly written_by: string
  readonly written_at: Instant
}

/** 署名用カード — a card, a second certificate or a token as it was registered. What it is never changes; its state moves. */
export interface SignatureCardRow {
  readonly facility_id: string
  readonly card_id: string
  readonly kind: string
  /** The person of the registry, where the holder is one. */
  readonly holder_id: string | null
  readonly holder_name: string
  /** The role as HPKI writes it; null: none is told. */
  readonly licence: string | null
  /** DER. */
  readonly certificate: Uint8Array | null
  readonly card_expires_on: Day | null
  /** The card that this one takes the place of. */
  readonly replaces: string | null
  readonly registered_by: string
  readonly registered_at: Instant
  readonly state: string
  readonly state_on: Day
  /** The task to renew it, once it was opened. */
  readonly task_id: string | null
}

/** What happened to a card. Never changed. */
export interface SignatureCardStepRow {
  readonly facility_id: string
  readonly card_id: string
  /** Counts from 1 for each card. */
  readonly number: number
  readonly state: string
  readonly on_day: Day
  readonly reason: string
  readonly written_by: string
  readonly written_at: Instant
}
