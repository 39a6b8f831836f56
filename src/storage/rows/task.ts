import type { Day, Instant } from '#shared'

/** 用件 — something to be done, by whom and by when. */
export interface TaskRow {
  readonly facility_id: string
  readonly task_id: string
  readonly title: string
  /** Why, in the words of whoever opened it; empty where the sources say enough. */
  readonly background: string
  /** The person of the registry who does it, and the supplier who helps, by id. */
  readonly owner_id: string | null
  readonly supplier_id: string | null
  /** The thing of the registry it speaks of. */
  readonly about_kind: string | null
  readonly about_id: string | null
  readonly about_field: string | null
  readonly due_on: Day | null
  /** Yen; null when nobody said, 0 when it costs nothing. */
  readonly cost: number | null
  /** JSON list of other ways, each with a name and perhaps a cost. */
  readonly alternatives: string
  readonly if_not_done: string
  readonly state: string
  /** Counts the changes of what is decided on: title, reasons, supplier, cost. A decision speaks of one revision. */
  readonly revision: number
  readonly opened_by: string
  readonly opened_at: Instant
  /** When it was done or dropped. */
  readonly closed_at: Instant | null
  readonly version: number
}

/** もと — what a task was opened for, tagged by the room that knows it. */
export interface TaskSourceRow {
  readonly facility_id: string
  readonly room: string
  readonly kind: string
  readonly source_id: string
  readonly task_id: string
}

/** 経過 — what was said about a task and to which state it went; never changed. */
export interface TaskNoteRow {
  readonly facility_id: string
  readonly task_id: string
  readonly number: number
  readonly state: string | null
  readonly words: string
  readonly written_by: string
  readonly written_at: Instant
}

/** 決裁 — the director's word on one revision of a task; never changed. */
export interface TaskDecisionRow {
  readonly facility_id: string
  readonly task_id: string
  readonly number: number
  readonly outcome: string
  readonly revision: number
  readonly cost: number | null
  readonly words: string
  /** The account that decided here; null when it was entered from paper. */
  readonly decided_by: string | null
  /** The person of the registry who signed the paper; null when it was decided here. */
  readonly person_id: string | null
  readonly decided_on: Day
  readonly entered_by: string
  readonly entered_at: Instant
}
