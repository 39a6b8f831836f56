import type { Content, Unread } from '../content.ts'

/** 部分 — a run of a line, and whether the other version has it differently. */
export interface TextPart {
  readonly text: string
  readonly changed: boolean
}

type Parts = readonly TextPart[]

/** A row of the two texts side by side; `skipped` stands for as many lines that are the same in both. */
export type TextRow =
  | { readonly mark: 'same' | 'changed'; readonly before: Parts; readonly after: Parts }
  | { readonly mark: 'removed'; readonly before: Parts }
  | { readonly mark: 'added'; readonly after: Parts }
  | { readonly mark: 'skipped'; readonly count: number }

export type TextComparison =
  | {
      readonly kind: 'compared'
      readonly rows: readonly TextRow[]
      /** Lines that differ, also those that are not among the rows. */
      readonly differing: number
      /** Rows that were left out because there are too many. */
      readonly leftOut: number
      /** One of the texts was so long that only its beginning was compared. */
      readonly cut: boolean
    }
  | { readonly kind: 'none'; readonly why: Unread }

/** What both files say of themselves, and their words side by side. */
export interface ComparedContents {
  readonly before: Omit<Content, 'text'>
  readonly after: Omit<Content, 'text'>
  readonly text: TextComparison
}

/** A row of pages; `unknown` where a page could not be drawn, or its place in the other lies behind what was compared. */
export interface PageRow {
  readonly mark: 'same' | 'changed' | 'removed' | 'added' | 'unknown'
  /** Pages from 1. */
  readonly before?: number
  readonly after?: number
}

export type PageComparison =
  | {
      readonly kind: 'compared'
      readonly rows: readonly PageRow[]
      /** How many pages each has; those that stand in no row were not compared. */
      readonly pages: { readonly before: number; readonly after: number }
      /** Of a DICOM the first frame is compared and no other. */
      readonly firstFrameOnly: boolean
    }
  | { readonly kind: 'none'; readonly why: Unread }
