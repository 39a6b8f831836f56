import type { Day, Instant } from '#shared'

/** 人の申告 — a person's word that a requirement holds, with proof, a day and an end. */
export interface AttestationRow {
  readonly facility_id: string
  readonly attestation_id: string
  readonly edition: string
  readonly requirement_id: string
  readonly statement: string
  readonly attested_by: string
  readonly attested_on: Day
  readonly valid_until: Day
  readonly blob_id: string | null
  /** Salted digest of the proof, hex. */
  readonly proof_sha256: string | null
  readonly created_at: Instant
  readonly withdrawn_at: Instant | null
}

/** 対象外の承認 — the director's approved reason why a requirement does not apply here, with a day to look again. */
export interface ExemptionRow {
  readonly facility_id: string
  readonly exemption_id: string
  readonly edition: string
  readonly requirement_id: string
  readonly reason: string
  readonly proposed_by: string
  readonly proposed_at: Instant
  readonly approved_by: string | null
  readonly approved_at: Instant | null
  readonly review_on: Day
  readonly withdrawn_at: Instant | null
}

/** 点検の記録 — an assessment as it was taken; the content lies in its blob, and nothing but an approval is added. */
export interface SnapshotRow {
  readonly facility_id: string
  readonly snapshot_id: string
  readonly fiscal_year: number
  /** Counted within the facility and the fiscal year. */
  readonly number: number
  readonly edition: string
  readonly taken_on: Day
  readonly taken_at: Instant
  readonly taken_by: string
  /** JSON, as in the content: counts by kind and state. */
  readonly counts: string
  /** JSON, as in the content: the state of every requirement by its id. */
  readonly states: string
  /** SHA-256 over the id, a line feed and the canonical JSON of the content, hex. */
  readonly digest: string
  readonly blob_id: string
  readonly approved_by: string | null
  readonly approved_at: Instant | null
}

/** 立入検査ファイル — one as it was made: the paper and the packed folder lie in their blobs, and nothing is ever changed. */
export interface InspectionFileRow {
  readonly facility_id: string
  readonly inspection_id: string
  readonly made_on: Day
  readonly made_at: Instant
  readonly made_by: string
  readonly language: string
  /** How much was named in it as not there. */
  readonly missing: number
  /** SHA-256 of the packed folder, hex. */
  readonly sha256: string
  readonly bytes: number
  readonly paper_blob_id: string
  readonly folder_blob_id: string
  /** The parts as they were set, to be read on a screen; null for files made before these were kept. */
  readonly parts_blob_id: string | null
}

/** 検査者への案内 — a link by which one inspector sees the inspection files, until its end or until it is closed. */
export interface InspectorLinkRow {
  readonly facility_id: string
  readonly link_id: string
  readonly inspector_name: string
  readonly organisation: string
  readonly token_hash: string
  readonly account_id: string
  readonly created_by: string
  readonly created_at: Instant
  readonly last_day: Day
  readonly expires_at: Instant
  readonly revoked_by: string | null
  readonly revoked_at: Instant | null
}

/** 確認 — a person's answer to one row of a yearly checklist in one round: yes with a day, or no with a target day. */
export interface ChecklistAnswerRow {
  readonly facility_id: string
  readonly checklist: string
  readonly sheet: string
  /** The supplier a sheet belongs to; empty on the facility's own. */
  readonly supplier_id: string
  readonly item_id: string
  readonly round: number
  readonly answer: string
  readonly checked_on: Day
  readonly target_on: Day | null
  readonly answered_by: string
  /** When the answer as it stands was given. */
  readonly created_at: Instant
  readonly version: number
}
