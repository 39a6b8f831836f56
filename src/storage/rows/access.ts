import type { Instant } from '#shared'

/** 利用者 — an account somebody signs in with. */
export interface AccountRow {
  readonly facility_id: string
  readonly account_id: string
  readonly login_name: string
  readonly display_name: string
  /** The person of the registry, when there is one. */
  readonly person_id: string | null
  /** JSON list of roles. */
  readonly roles: string
  /** argon2id, PHC text; null for an account that cannot sign in with a password. */
  readonly password_hash: string | null
  readonly password_changed_at: Instant | null
  readonly must_change_password: number
  readonly state: string
  readonly failed_count: number
  readonly locked_until: Instant | null
  readonly language: string
  readonly version: number
  readonly created_at: Instant
  /** When an account that only a link opens ends by itself; null for every other. */
  readonly ends_at: Instant | null
}

/** 第二の要素 — a second factor of an account: an app's secret or a printed list of codes. */
export interface FactorRow {
  readonly facility_id: string
  readonly factor_id: string
  readonly account_id: string
  readonly kind: string
  /** Secret or hashed codes, encrypted under the facility's data key. */
  readonly secret: Uint8Array
  readonly key_id: string
  /** The last time step accepted (TOTP), so that a code is good once; or the number of codes left. */
  readonly counter: number
  readonly confirmed_at: Instant | null
  readonly created_at: Instant
}

export interface SessionRow {
  readonly facility_id: string
  readonly session_id: string
  /** SHA-256 of the token, hex; the token itself is known to the browser alone. */
  readonly token_hash: string
  readonly account_id: string
  readonly created_at: Instant
  readonly last_seen_at: Instant
  readonly expires_at: Instant
  readonly revoked_at: Instant | null
  readonly device: string
}

/** 一度だけの番号 — opens the first run, an invitation or a reset, once. */
export interface OneTimeCodeRow {
  readonly facility_id: string
  readonly code_hash: string
  readonly purpose: string
  readonly account_id: string | null
  readonly expires_at: Instant
  readonly used_at: Instant | null
}
