import type { Reason } from '../contract.ts'
import type { ActionCode, SeenCode } from './codes.ts'
import type { Told } from './told.ts'

/** 文 — every sentence of one language. The types ask for a sentence for every code there is. */
export interface Sentences {
  readonly findings: Readonly<Record<SeenCode, (told: Told) => string>>
  /** What was seen, and that it was seen too long ago to be known still. */
  readonly stale: (seen: string, told: Told) => string
  /** The same, and that a supplier's answer contradicts what was seen. */
  readonly disputed: (seen: string, told: Told) => string
  readonly reasons: Readonly<Record<Reason, string>>
  /** The step to take, in the plain form of a decision. */
  readonly actions: Readonly<Record<ActionCode, (told: Told) => string>>
  /** A step asked of somebody, as a full sentence. */
  readonly request: (step: string) => string
  readonly notice: string
  readonly contradiction: (told: Told) => string
  readonly dispute: (told: Told) => string
  /** The same where the registry is too old to count either. */
  readonly staleDispute: (told: Told) => string
}
