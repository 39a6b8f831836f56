import type { Day, Instant } from '#shared'

/** 読取りの決まり — the newest about a kind stands. */
export interface ScanProfileRow {
  readonly facility_id: string
  readonly profile_id: string
  readonly number: number
  /** A kind of the archive's table. */
  readonly kind: string
  /** Dots to the inch, at least. */
  readonly resolution: number
  /** 'black-white', 'grey' or 'colour'. */
  readonly colour: string
  /** JSON: the formats in which it may come. */
  readonly formats: string
  /** 1: something of the picture may be lost in packing it. */
  readonly lossy: number
  /** JSON: how long the paper may wait for the signature. */
  readonly period: string
  readonly source: string
  readonly written_by: string
  readonly written_at: Instant
}

/** 実施計画 — for papers that have piled up; it ends once, with its audit. */
export interface PastPaperPlanRow {
  readonly facility_id: string
  readonly plan_id: string
  readonly number: number
  readonly title: string
  /** JSON: what the plan says of each of its topics. */
  readonly topics: string
  /** Since when patients could read of it. */
  readonly noticed_on: Day
  readonly starts_on: Day
  /** Null: with our own scanners. */
  readonly entrusted_to: string | null
  readonly written_by: string
  readonly written_at: Instant
  readonly audited_on: Day | null
  readonly audit: string | null
  readonly ended_by: string | null
  readonly ended_at: Instant | null
}

/** 異議 — a patient whose old papers stay paper. */
export interface ScanObjectionRow {
  readonly facility_id: string
  readonly objection_id: string
  /** In the writing in which numbers are compared. */
  readonly patient: string
  readonly told_on: Day
  readonly note: string
  readonly written_by: string
  readonly written_at: Instant
  readonly withdrawn_by: string | null
  readonly withdrawn_at: Instant | null
}

/** 読取りの記録 — from which paper a version came, and what its pages were found to be. */
export interface DocumentScanRow {
  readonly facility_id: string
  readonly document_id: string
  readonly version: number
  /** 'at-care', 'past-paper' or 'convenience'. */
  readonly scan_case: string
  readonly profile_id: string
  readonly plan_id: string | null
  /** Of the content, so that one file is not taken in twice. */
  readonly sha256: string
  /** When the paper was made or received; null where it has lain for long. */
  readonly paper_at: Instant | null
  readonly dispensed_at: Instant | null
  readonly declared_pages: number
  /** JSON: page by page. */
  readonly pages: string
  /** JSON: what was found and taken in all the same. */
  readonly findings: string
  /** Until when it is to be signed; null where it is a copy. */
  readonly due_at: Instant | null
  /** Why it was taken in all the same; goes with the document. */
  readonly remark: string | null
  /** Where the paper lies that stays the original; goes with the document. */
  readonly kept_at: string | null
}
