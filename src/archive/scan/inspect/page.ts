import type { Unread } from '../../content/content.ts'
import type { ColourDepth } from '../scan.ts'

/** 読み取った一枚 — what the file says of one page, and how it looks. */
export interface ScannedPage {
  /** Dots to the inch, the coarser of both directions. Null: nothing says it. */
  readonly dpi: number | null
  /** Null: the page is no picture, or none of a known depth. */
  readonly colour: ColourDepth | null
  readonly lossy: boolean
  /** How much of it is not paper, from 0 to 1. */
  readonly ink: number
  /** Degrees by which its lines fall to the right; null where it has no lines. */
  readonly skew: number | null
}

export type Inspection = { readonly pages: readonly ScannedPage[] } | { readonly unread: Unread }

/** 明るさ — one octet for each pixel, 0 is black. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** A sheet with as many pixels shows a letter of ten points as some eight of them. */
export const inspectedSide = 1_000
/** Two hundred sheets, both sides, with covers. */
export const mostScanned = 500
