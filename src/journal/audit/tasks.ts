import type { Tile } from '@omamori/ledger'
import type { HandedKey } from '#keys'
import type { LogRow, Scope, StoragePlace } from '#storage'
import type { Recounted } from '../verify-journal.ts'

/** ログの計画 — what a thread has to know of a log: how far it went when the audit began, whatever is written since. */
export interface LogPlan {
  readonly log: LogRow
  readonly size: number
  /** The size of the newest checkpoint. */
  readonly signedSize: number
  /** Blocks that could be searched. */
  readonly searched: number
  /** The tiles that were not full: later entries go on growing them. */
  readonly edges: readonly Tile[]
}

/** One piece of an audit; plain data, so that it can be handed to another thread. */
export type AuditTask =
  | RangeTask
  | { readonly kind: 'beside'; readonly plan: LogPlan; readonly blocks: Blocks }
  | { readonly kind: 'strays' }
  | { readonly kind: 'indexes'; readonly tables: readonly string[] }
  | { readonly kind: 'careful' }

/** Entries from `from`, where a block begins, up to `to`, within one tile of level 1. */
export interface RangeTask {
  readonly kind: 'range'
  readonly plan: LogPlan
  readonly from: number
  readonly to: number
  /** Whether the entries are also read and held against all that is stored beside them, or only hashed. */
  readonly meaning: boolean
}

/** Blocks that were looked at: all from one up to another, and some more. */
export interface Blocks {
  readonly from: number
  readonly to: number
  readonly among: readonly number[]
}

/** 疑い — something is not as it should be; what exactly, the careful recount says. */
export type Doubt = (what: string, index?: number) => void

export interface AuditAnswer {
  /** What is not as it should be, in a word and an index; the careful recount makes findings of it. */
  readonly doubts: readonly string[]
  /** Bytes of entries that were hashed. */
  readonly bytes?: number
  /** Rows of the searches that belong to the entries, or that are there. */
  readonly postings?: number
  readonly damagedTables?: readonly string[]
  readonly recounted?: Recounted
}

/** What a thread is born with. */
export interface ThreadGround {
  readonly place: StoragePlace
  readonly scope: Scope
  readonly keys: readonly HandedKey[]
}

/** What a thread says when a task is done; a fault is never an answer. */
export type ThreadSays =
  | { readonly answer: AuditAnswer }
  | { readonly refusal: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> } }
  | { readonly fault: string }
