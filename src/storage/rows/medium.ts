import type { Day, Instant } from '#shared'

/** 記録媒体 — as it was registered; what became of it its steps tell. */
export interface MediumRow {
  readonly facility_id: string
  readonly medium_id: string
  readonly number: number
  /** As it is written on it. */
  readonly label: string
  readonly sort: string
  readonly holds: string
  readonly place: string
  readonly used_from: Day
  /** Null: nobody has said. */
  readonly ends_on: Day | null
  readonly written_by: string
  readonly written_at: Instant
}

/** 媒体の記録 — a check, a move, a hand-over, a receipt, a copy, or its end. */
export interface MediumStepRow {
  readonly facility_id: string
  readonly medium_id: string
  /** Counts from 1. */
  readonly number: number
  readonly step: string
  readonly on_day: Day
  /** Of a check: 'readable' or 'faulty'. */
  readonly result: string | null
  /** Where it lies from then on. */
  readonly place: string | null
  readonly note: string
  readonly written_by: string
  readonly written_at: Instant
}
