import type { Day, Instant } from '#shared'

/** ログの確認 — that somebody looked through a log, of which days, and what came out. Never changed, only followed. */
export interface LogReviewRow {
  readonly facility_id: string
  readonly review_id: string
  /** Counts from 1 in each facility. */
  readonly number: number
  /** `journal`: our own; `system`: the logs of systems of the registry. */
  readonly target: string
  /** JSON: the systems it counts for, each with its name then and the day that stood in the registry before. */
  readonly systems: string
  readonly from_on: Day
  readonly until_on: Day
  readonly reviewed_on: Day
  /** The person of the registry who looked; null when it was whoever wrote it. */
  readonly reviewer_id: string | null
  readonly reviewer_name: string
  readonly looked_at: string
  /** JSON: what of our own journal deserved a look, counted when the review was written. */
  readonly lines: string
  readonly result: string
  readonly remarks: string
  readonly task_id: string | null
  /** The review that this one stands in the place of. */
  readonly corrects: string | null
  readonly written_by: string
  readonly written_at: Instant
}
