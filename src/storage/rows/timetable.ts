import type { Instant } from '#shared'

/** 定期処理の1回 — a job of the timetable, at the hour it was due. The key lets it run once, whoever asks. */
export interface TimetableRunRow {
  readonly facility_id: string
  readonly job: string
  readonly due_at: Instant
  /** 1 where somebody asked for it; then it was due when it was asked for. */
  readonly asked: number
  /** Who runs it: made anew with each taking. */
  readonly run_id: string
  /** Until then nobody else takes it; prolonged while it runs. */
  readonly lease_until: Instant
  readonly started_at: Instant
  readonly ended_at: Instant | null
  readonly outcome: string | null
  /** Why it failed, in a word. */
  readonly code: string | null
}
