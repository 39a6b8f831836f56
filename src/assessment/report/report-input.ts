import type { PaperLanguage } from '#paper'
import type { Day } from '#shared'
import type { Counts, Evidence, Reason, State } from '../contract.ts'

export type ReportLanguage = PaperLanguage

export interface ReportedFinding {
  readonly state: Exclude<State, 'not-applicable'>
  readonly sentence: string
}

/** A requirement with its words, as the presented assessment hands it over. The report reads no more than this. */
export interface ReportedRequirement {
  readonly id: string
  readonly section: string
  readonly kind: 'C' | 'D'
  readonly parent?: string
  /** Printed only when it was `seen` in the official text. */
  readonly printedNumber: { readonly text: string; readonly confidence: 'seen' | 'inferred' }
  /** Whether the whole item was compared with the official text. */
  readonly contentConfirmed: boolean
  readonly title: string
  readonly state: State
  readonly reason?: Reason
  readonly findings: readonly ReportedFinding[]
  readonly evidence: readonly Evidence[]
}

export interface ReportedGap {
  readonly requirementId: string
  readonly state: 'not-met' | 'unknown'
  readonly weight: number
  /** What to do, in one sentence. */
  readonly sentence: string
  readonly owner?: string
  readonly dueOn?: Day
  /** Whom to ask: a vendor or a person, by name. */
  readonly ask?: string
}

export interface ReportedAssessment {
  readonly sample: boolean
  readonly on: Day
  readonly counts: { readonly C: Counts; readonly D: Counts }
  readonly requirements: readonly ReportedRequirement[]
  readonly gaps: readonly ReportedGap[]
}

/** 決裁事項 — what the director is asked to decide, with the answers to tick. */
export interface Decision {
  readonly title: string
  readonly detail: string
  /** What it would bring in order; it is then not said once more among the urgent items. */
  readonly requirementId?: string
  /** Without them: do it, do not (reason overleaf), explain first. */
  readonly options?: readonly string[]
}

/** 点検報告書の入力 — everything the paper says. A plain value: the report asks nobody and no clock. */
export interface ReportInput {
  readonly language: ReportLanguage
  readonly facilityName: string
  /** 点検番号, such as 点検第12号. */
  readonly reportNumber?: string
  readonly editionTitle: string
  readonly createdOn: Day
  readonly createdBy: string
  /** 医療情報システム安全管理責任者 */
  readonly responsible: string
  /** 院長 */
  readonly director?: string
  readonly sections: readonly { readonly section: string; readonly title: string }[]
  readonly assessment: ReportedAssessment
  /** The last assessment's minimum items, to compare with. */
  readonly previous?: { readonly on: Day; readonly counts: Counts }
  /** Five fit on the director's page; whoever asks for more gets a second one. */
  readonly decisions: readonly Decision[]
}
