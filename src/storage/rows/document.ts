import type { Day, Instant } from '#shared'

/** 文書 — what stays of a document from its first version to its last. */
export interface DocumentRow {
  readonly facility_id: string
  readonly document_id: string
  /** A kind of the archive's table. */
  readonly kind: string
  /** 'original', 'copy' or 'emergency'. */
  readonly standing: string
  readonly title: string
  /** 患者番号 and 受診・入院の番号, as the facility numbers them. */
  readonly patient: string | null
  readonly encounter: string | null
  /** 作成日, as the document says. */
  readonly written_on: Day
  readonly registered_by: string
  readonly registered_at: Instant
  /** 廃棄: its keys are gone, and its title with them; the row stays. */
  readonly destroyed_at: Instant | null
}

/** 版 — one content of a document. Once confirmed nothing of it changes. */
export interface DocumentVersionRow {
  readonly facility_id: string
  readonly document_id: string
  /** Counts from 1. */
  readonly version: number
  readonly blob_id: string
  /** Over the content as it came in, hex. */
  readonly sha256: string
  /** By its octets, as the archive tells types. */
  readonly content_type: string
  /** Null for the first. */
  readonly reason: string | null
  readonly entered_by: string
  /** 代行入力: the account for whom it was entered; null where it is the writer's own. */
  readonly entered_for: string | null
  readonly entered_at: Instant
  readonly approved_at: Instant | null
  readonly confirmed_by: string | null
  readonly confirmed_at: Instant | null
  /** 取り下げ: a draft that nobody will confirm; the three come together. */
  readonly withdrawn_at: Instant | null
  readonly withdrawn_by: string | null
  readonly withdrawn_reason: string | null
}

/** 表示 — when an account first saw a version; every further look is an entry of the journal alone. */
export interface DocumentViewRow {
  readonly facility_id: string
  readonly document_id: string
  readonly version: number
  readonly account_id: string
  readonly viewed_at: Instant
}
