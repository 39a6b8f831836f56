import type { Instant } from '#shared'

/** 立会人の鍵 — what this facility cosigns other logs with, one of each kind. */
export interface WitnessKeyRow {
  readonly facility_id: string
  readonly kind: string
  /** Signed-note verifier key, `name+hash+key`. */
  readonly verifier_key: string
  readonly wrapped_seed: Uint8Array
  readonly key_id: string
  readonly created_at: Instant
}

/** 立ち会っている証跡 — a log of somebody else that this facility cosigns, and the state it cosigned last. */
export interface WatchedLogRow {
  readonly facility_id: string
  readonly origin: string
  readonly verifier_key: string
  /** What people here call its owner. */
  readonly label: string
  /** Only ever grows, also while the log is taken off the list. */
  readonly size: number
  readonly root: Uint8Array | null
  /** The checkpoint that was cosigned last, as the log signed it. */
  readonly note: string | null
  readonly cosigned_at: Instant | null
  readonly added_at: Instant
  readonly removed_at: Instant | null
}

/** 食い違いの証拠 — two notes that one log signed and that do not go together. */
export interface WitnessEvidenceRow {
  readonly facility_id: string
  readonly evidence_id: string
  readonly origin: string
  readonly kind: string
  /** The checkpoint that was cosigned before. */
  readonly ours: string
  /** What the log came with afterwards, proof and all: the submission as it was sent. */
  readonly theirs: string
  readonly found_at: Instant
}

/** 後継の届け — a log that is witnessed ended, and by its own word another one goes on. */
export interface LogSuccessionRow {
  readonly facility_id: string
  /** The log that ended. */
  readonly origin: string
  /** The log that goes on, and its key. */
  readonly next: string
  readonly verifier_key: string
  /** What the log that ended signed. */
  readonly note: string
  readonly accepted_at: Instant
}

/** 当院の立会人 — who cosigns this facility's journal, and how it answered last. */
export interface LogWitnessRow {
  readonly facility_id: string
  readonly witness_id: string
  readonly label: string
  /** Where submissions are sent; null for a witness that is reached by file alone. */
  readonly url: string | null
  /** Its verifier keys, one a line. */
  readonly verifier_keys: string
  readonly added_at: Instant
  readonly removed_at: Instant | null
  readonly tried_at: Instant | null
  readonly answer: string | null
  /** The size its last answer named, where it named one. */
  readonly answer_size: number | null
  readonly cosigned_at: Instant | null
}

/** 連署のある要約 — a checkpoint of this facility with the cosignatures it has got so far. */
export interface CosignedCheckpointRow {
  readonly facility_id: string
  readonly origin: string
  readonly size: number
  readonly note: string
  readonly kept_at: Instant
}

/** 立会いの決まり — how many witnesses a facility asks for, and after how many hours without them it is warned. */
export interface WitnessPolicyRow {
  readonly facility_id: string
  readonly needed: number
  readonly warn_after_hours: number
}
