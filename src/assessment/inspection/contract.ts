import type { Day } from '#shared'

/** 部 — the parts of an inspection file, in the order of its index. */
export const partIds = [
  'missing',
  'checklist',
  'persons',
  'contacts',
  'registry',
  'rules',
  'training',
  'suppliers',
  'assessment',
  'plan',
  'snapshots',
  'log-reviews',
  'journal',
  'elsewhere',
] as const

export type PartId = (typeof partIds)[number]

/** A table of texts. `shares` are the widths of its columns, in proportion to each other. */
export interface TableBlock {
  readonly kind: 'table'
  readonly title?: string
  readonly heads: readonly string[]
  readonly shares: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

/** What a part is made of. The sheets of the checklist and of the assessment are set with their own templates. */
export type Block =
  | TableBlock
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'chain'; readonly steps: readonly { readonly post: string; readonly who: string }[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'checklist' | 'assessment' }

/** 部 — one part: what it shows, and what it would have to show and does not. */
export interface Part {
  readonly id: PartId
  readonly blocks: readonly Block[]
  /** そろっていないもの, a sentence each; nothing is left out in silence. */
  readonly missing: readonly string[]
}

/** 立入検査ファイル — its parts, said in one language, on one day. */
export interface InspectionFile {
  readonly on: Day
  readonly parts: readonly Part[]
}

/** 手順 — what making one goes through, for whoever waits. */
export const steps = ['facts', 'journal', 'paper', 'workbook', 'pack', 'keep'] as const

export type Step = (typeof steps)[number]
