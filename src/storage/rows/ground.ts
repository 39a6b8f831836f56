import type { Instant } from '#shared'

/** 施設 — a facility this installation holds. `sample` marks 見本 on every page and paper. */
export interface FacilityRow {
  readonly facility_id: string
  readonly name: string
  readonly sample: number
  readonly created_at: Instant
}

/** A stored file: ciphertext under its own key. Destroying the key destroys the file. */
export interface BlobRow {
  readonly facility_id: string
  readonly blob_id: string
  /** SHA-256 of the ciphertext, hex; the name of the file. Rows of one content share it, each with the key of its own wrapping. */
  readonly sha256: string
  /** The content's digest under the facility's naming key, hex: equal contents are found by it. Null for those kept before 0.2. */
  readonly content_name: string | null
  /** Length of the plaintext in bytes. */
  readonly length: number
  readonly media_type: string
  /** The file name as the person gave it, encrypted like the content, or absent. */
  readonly name: Uint8Array | null
  /** The file's own key under the facility's data key; null once destroyed. */
  readonly wrapped_key: Uint8Array | null
  readonly key_id: string
  readonly created_at: Instant
  readonly destroyed_at: Instant | null
}

/** 鍵 — a facility's data key, wrapped by the root key. */
export interface DataKeyRow {
  readonly facility_id: string
  readonly key_id: string
  readonly purpose: string
  readonly root_key_id: string
  readonly wrapped: Uint8Array
  readonly created_at: Instant
  readonly retired_at: Instant | null
}
