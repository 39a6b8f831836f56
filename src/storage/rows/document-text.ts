import type { Generated } from 'kysely'

/** 検索用の文字列 — the words of a version, in one writing; before those of the first the title. It goes with the version that is destroyed. */
export interface DocumentTextRow {
  /** What the index of words knows it by; the database gives it. */
  readonly number: Generated<number>
  readonly facility_id: string
  readonly document_id: string
  readonly version: number
  readonly text: string
}

/** 全文検索 — the same, read along the index of words: `text like '%…%'`. Only read; the database keeps it. */
export type DocumentSearchRow = Omit<DocumentTextRow, 'number'>
