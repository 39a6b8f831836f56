import type { TroubleCode } from './observation.ts'

export type RuleId =
  | 'place-seen'
  | 'integrity'
  | 'freshness'
  | 'gaps'
  | 'generations'
  | 'retention'
  | 'protection'
  | 'methods'
  | 'reach'
  | 'content'
  | 'canary'
  | 'change'
  | 'clock'
  | 'completeness'
  | 'disclosure'

/** One sentence in each language belongs to each code; `words/` has them. */
export type FindingCode =
  | TroubleCode
  | 'seen'
  | 'medium-away'
  | 'word-of-a-person'
  | 'word-expired'
  | 'word-of-the-future'
  | 'never-seen'
  | 'intact'
  | 'generation-damaged'
  | 'not-checked'
  | 'fresh'
  | 'stale'
  | 'beyond-rpo'
  | 'no-generation'
  | 'no-time'
  | 'no-gap'
  | 'gap'
  | 'enough-generations'
  | 'too-few-generations'
  | 'generations-unknown'
  | 'kept-long-enough'
  | 'kept-too-short'
  | 'protected'
  | 'not-protected'
  | 'protection-unknown'
  | 'old-not-protected'
  | 'several-methods'
  | 'one-method'
  | 'not-writable'
  | 'writable-from-here'
  | 'writing-unknown'
  | 'content-plausible'
  | 'content-encrypted'
  | 'content-suspicious'
  | 'content-unknown'
  | 'canary-kept'
  | 'canary-changed'
  | 'canary-missing'
  | 'canary-unknown'
  | 'size-steady'
  | 'shrunk'
  | 'grown'
  | 'fewer-files'
  | 'more-files'
  | 'clock-plausible'
  | 'from-the-future'
  | 'written-later'
  | 'name-disagrees'
  | 'holds-everything'
  | 'holds-unknown'
  | 'lacks-path'
  | 'empty-generation'
  | 'encrypted'
  | 'not-encrypted'
  | 'encryption-unknown'

/** 指摘 — what a rule found out about one plan, place or generation. What could not be seen is `unknown`. */
export interface Finding {
  readonly rule: RuleId
  /** The requirement of guideline 5.2 that it speaks to. */
  readonly requirementId: string
  readonly state: 'met' | 'not-met' | 'unknown'
  readonly code: FindingCode
  readonly placeId?: string
  readonly generationId?: string
  /** The figures of the sentence. */
  readonly facts: Readonly<Record<string, string | number>>
}
