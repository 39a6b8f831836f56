import type { Unread } from '../content.ts'

/** プレビュー — what a reader of the archive is shown of a file; never the file itself, and never anything that runs. */
export type Preview =
  | { readonly kind: 'picture'; readonly page: number; readonly pages: number; readonly png: Uint8Array }
  | { readonly kind: 'sections'; readonly title: string | null; readonly sections: readonly Section[] }
  | { readonly kind: 'text'; readonly text: string }
  /** It cannot be shown, and why. */
  | { readonly kind: 'none'; readonly why: Unread }

/** 節 — a part of a document, as lines; a line of a table has several cells. */
export interface Section {
  readonly title: string | null
  readonly lines: readonly (readonly string[])[]
}

export interface PreviewOrder {
  readonly name: string
  /** From 1. */
  readonly page: number
  /** The longer side of a picture is at most this many pixels. */
  readonly longestSide: number
}

/** 画素の並び — a picture unpacked: grey or red, green, blue, one octet each. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly data: Uint8Array
}

/** A whole slide of pathology is beyond; a radiograph has some ten million. All of it is held in memory. */
export const mostPixels = 100_000_000
