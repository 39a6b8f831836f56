import type { Day, Instant } from '#shared'

/** 質問票 — what one supplier is asked, frozen as it was issued. All that is added is its end. */
export interface QuestionSheetRow {
  readonly facility_id: string
  readonly sheet_id: string
  /** Counted within the facility: 第1号. */
  readonly number: number
  readonly supplier_id: string
  readonly supplier_name: string
  readonly issued_on: Day
  readonly due_on: Day
  readonly issued_at: Instant
  readonly issued_by: string
  readonly closed_at: Instant | null
  readonly closed_by: string | null
  /** The sheet that took its place, when there is one. */
  readonly replaced_by: string | null
}

/** 質問 — one fact of one item, asked on one sheet. Its number makes the code on paper. */
export interface SheetQuestionRow {
  readonly facility_id: string
  readonly number: number
  readonly sheet_id: string
  readonly position: number
  readonly kind: string
  readonly item_id: string
  readonly item_name: string
  readonly field: string
  /** JSON list of the requirements that wait for it. */
  readonly requirements: string
  /** When it was first asked, on this sheet or on one that this sheet replaced. */
  readonly asked_on: Day
  /** JSON of what the registry held when it was asked whether that is still so; null where it knew nothing. */
  readonly held: string | null
  /** The day from which the registry held it. */
  readonly held_on: Day | null
}

/** 事業者の回答 — what a supplier said to a question. It stands; what is said later gets the next revision. */
export interface SupplierAnswerRow {
  readonly facility_id: string
  readonly number: number
  readonly revision: number
  readonly verdict: string
  /** JSON of the value; null when the supplier does not know or the question does not concern it. */
  readonly value: string | null
  readonly note: string | null
  /** The person of the supplier, by name; null when it was taken over from an answer for all customers. */
  readonly answered_by: string | null
  readonly answered_on: Day
  readonly way: string
  readonly shared: number
  readonly entered_by: string
  readonly created_at: Instant
}

/** 督促 — that a supplier was reminded of a sheet. */
export interface SheetReminderRow {
  readonly facility_id: string
  readonly reminder_id: string
  readonly sheet_id: string
  readonly reminded_on: Day
  readonly way: string
  readonly reminded_by: string
  readonly created_at: Instant
}

/** 回答用リンク — the address by which one supplier answers. */
export interface SupplierLinkRow {
  readonly facility_id: string
  readonly link_id: string
  readonly supplier_id: string
  /** SHA-256 of the token, hex; the token itself was shown once. */
  readonly token_hash: string
  readonly account_id: string
  readonly created_by: string
  readonly created_at: Instant
  readonly expires_at: Instant
  readonly revoked_at: Instant | null
}

/**
 * ほかの施設への回答 — what a supplier said of a product for every customer. It belongs to the installation and says
 * nothing of any facility: not whose question it was, nor which item, nor who answered.
 */
export interface ProductAnswerRow {
  /** Always `*`. */
  readonly facility_id: string
  /** The supplier's name without what differs from letterhead to letterhead. */
  readonly supplier_key: string
  readonly supplier_name: string
  /** What sort of product: `system/emr`, `supplier`. */
  readonly product: string
  readonly field: string
  /** JSON of the value. */
  readonly value: string
  readonly answered_on: Day
  readonly created_at: Instant
}
