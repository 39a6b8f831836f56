import type { Instant } from '#shared'

/** 内容の鍵 — by which a facility names its contents, so that the same content is found again; it never leaves the facility. */
export interface BlobNamingRow {
  readonly facility_id: string
  readonly wrapped_key: Uint8Array
  readonly key_id: string
  readonly created_at: Instant
}

/** 保全の確認 — what the last look at a file found, in each place where it lies. */
export interface BlobCheckRow {
  readonly facility_id: string
  /** The file: SHA-256 of its ciphertext. */
  readonly sha256: string
  readonly checked_at: Instant
  /** 'whole', 'changed', 'missing', or 'repaired' where a look found one of the two and put it right. */
  readonly first_state: string
  /** Null where there was no second place. */
  readonly second_state: string | null
  readonly second_at: Instant | null
}
