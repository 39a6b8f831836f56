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
