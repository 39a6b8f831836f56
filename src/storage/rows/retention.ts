/** 施設の定め — one correction of a law's row, or a rule of the facility; the newest about its target stands. */
export interface RetentionRuleRow {
  readonly facility_id: string
  readonly rule_id: string
  readonly number: number
  /** 'law', 'kind' or 'standing'. */
  readonly about: string
  readonly target: string
  readonly years: number
  readonly starts_with: string
  readonly source: string
  readonly checked_on: string
  readonly written_by: string
  readonly written_at: string
}

/** 保存の引き継ぎ — who keeps the documents after a closure, a succession or a move. */
export interface RecordKeeperRow {
  readonly facility_id: string
  readonly keeper_id: string
  readonly number: number
  /** 'closure', 'succession' or 'move'. */
  readonly event: string
  readonly on_day: string
  readonly keeper: string
  readonly contact: string
  /** Null: nobody has said until when. */
  readonly until_on: string | null
  readonly source: string
  readonly written_by: string
  readonly written_at: string
}

/** 起算日 — what happened on which day to a document, as somebody said it; the newest about an event stands. */
export interface RetentionStartRow {
  readonly facility_id: string
  readonly document_id: string
  readonly number: number
  readonly event: string
  /** Null takes it back: the day is not known. */
  readonly on_day: string | null
  readonly source: string
  readonly written_by: string
  readonly written_at: string
}

/** 廃棄の保留 — while it is not lifted, the document is not destroyed, whatever the period says. */
export interface RetentionHoldRow {
  readonly facility_id: string
  readonly hold_id: string
  readonly document_id: string
  readonly reason: string
  readonly placed_by: string
  readonly placed_at: string
  readonly lifted_by: string | null
  readonly lifted_at: string | null
  readonly lift_reason: string | null
}

/** 廃棄 — a list of documents to destroy; it ends once. */
export interface DestructionRow {
  readonly facility_id: string
  readonly destruction_id: string
  readonly number: number
  readonly reason: string
  readonly proposed_by: string
  readonly proposed_at: string
  /** 'proposed', 'withdrawn' or 'carried-out'. */
  readonly state: string
  readonly ended_by: string | null
  readonly ended_at: string | null
  readonly end_reason: string | null
  /** The day after which no backup holds the keys any more; null where nobody knows. */
  readonly backups_until: string | null
}

/** A document of the list, with what its period rested on; nothing of its content. */
export interface DestructionItemRow {
  readonly facility_id: string
  readonly destruction_id: string
  readonly document_id: string
  readonly kind: string
  readonly standing: string
  readonly stored_on: string
  readonly ends_on: string
  /** JSON: the duties with their starts and ends. */
  readonly basis: string
}

/** 廃棄の承認 — by an account, or by somebody outside whose paper an account wrote down. */
export interface DestructionApprovalRow {
  readonly facility_id: string
  readonly destruction_id: string
  readonly number: number
  readonly account_id: string | null
  readonly outside_name: string | null
  readonly outside_organisation: string | null
  readonly approved_on: string
  readonly written_by: string
  readonly written_at: string
}
