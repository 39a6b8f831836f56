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
