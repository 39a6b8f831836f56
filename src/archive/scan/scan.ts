/** 読取りの場面 — at the time of care (9.2), what has piled up (9.3), or for convenience with the paper kept as the original (9.5). */
export const scanCases = ['at-care', 'past-paper', 'convenience'] as const
export type ScanCase = (typeof scanCases)[number]

/** 色の深さ — each tells all that the one before it tells. */
export const colourDepths = ['black-white', 'grey', 'colour'] as const
export type ColourDepth = (typeof colourDepths)[number]

/** 保存形式 — what a scanner hands over. */
export const scanFormats = ['pdf', 'tiff', 'jpeg', 'png'] as const
export type ScanFormat = (typeof scanFormats)[number]

export const periodUnits = ['hours', 'business-days'] as const
/** 電子化の期限 — how long the paper may wait until its scan is signed. */
export interface ScanPeriod {
  readonly count: number
  readonly unit: (typeof periodUnits)[number]
  /** 休診日 — days of the week on which nobody works, Sunday as 0. Public holidays are not known here, so they count as days of work. */
  readonly closedOn: readonly number[]
}

/** 読取りの決まり — what the facility asks of a scan of one kind of document (9.1: no number is the guideline's). */
export interface ScanProfile {
  /** Dots to the inch, at least. */
  readonly resolution: number
  readonly colour: ColourDepth
  readonly formats: readonly ScanFormat[]
  /** 非可逆圧縮 — whether something of the picture may be lost in packing it. */
  readonly lossy: boolean
  readonly period: ScanPeriod
}

/** The kind of a prescription that was dispensed: what 9.4 speaks of. */
export const DISPENSED = 'dispensed-prescription'
