import type { Instant } from '#shared'

/** メールサーバー — the one that somebody named, through which a facility's mail goes out. */
export interface MailServerRow {
  readonly facility_id: string
  readonly host: string
  readonly port: number
  readonly tls: string
  readonly login_name: string | null
  /** Closed with the facility's secret key. */
  readonly password: Uint8Array | null
  readonly key_id: string | null
  readonly sender: string
  /** Addresses, as a JSON list. */
  readonly recipients: string
  readonly changed_at: Instant
}

/** 発送するメール — one mail to one address, kept until it was sent or given up. */
export interface OutgoingMailRow {
  readonly facility_id: string
  readonly mail_id: string
  /** What it speaks of: `test`, or the kind of an alarm. */
  readonly kind: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly made_at: Instant
  readonly state: string
  readonly attempts: number
  /** Not before. */
  readonly next_at: Instant
  /** Until then somebody is sending it. */
  readonly lease_until: Instant | null
  readonly tried_at: Instant | null
  readonly code: string | null
  /** What the mail server answered last. */
  readonly answer: string | null
  readonly ended_at: Instant | null
}

/** 警報 — something people must hear of, by its state: one row of a kind, standing or not, told or not. */
export interface AlarmRow {
  readonly facility_id: string
  readonly kind: string
  readonly standing: number
  readonly since: Instant
  readonly cleared_at: Instant | null
  /** The state that the mails told last. */
  readonly told: number
  readonly told_at: Instant | null
}
