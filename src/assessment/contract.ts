import type { Day, Instant } from '#shared'
import type { Dispute } from '#supplier/contract'
import type { ActionCode, FindingCode } from './words/codes.ts'

export * from './charge/wire.ts'
export * from './checklist/wire.ts'
export * from './director/wire.ts'
export * from './inspection/inspector/wire.ts'
export * from './inspection/wire.ts'
export { inspectionRefusals } from './inspection/words/refusal.ts'
export type { ArchiveFacts } from './looks/archive-facts.ts'
export * from './plan/wire.ts'
export {
  type PresentedAssessment,
  type PresentedRequirement,
  presentedAssessmentSchema,
  presentedRequirementSchema,
  stateSchema,
} from './presented-schema.ts'
export * from './snapshot/wire.ts'
export { changeNames, sayNumber } from './snapshot/words/words.ts'
export * from './wire.ts'
export { acts } from './words/act.ts'
export type { ActionCode, FindingCode } from './words/codes.ts'
export { sayAction, sayContradiction, sayFinding, sayNotice, sayReason } from './words/say.ts'
export type { Language } from './words/told.ts'
export { sayVerdict, type Verdict } from './words/verdict.ts'

/** 状態 — a requirement's state. There are four and no more; everything else is a reason. */
export type State = 'met' | 'not-met' | 'unknown' | 'not-applicable'

/** Why a state is what it is, beyond its findings. */
export type Reason =
  | 'facts-missing' // nothing is recorded
  | 'facts-stale' // recorded too long ago
  | 'supplier-asked' // the supplier has been asked and has not answered yet
  | 'applicability-unknown' // nobody said whether it applies
  | 'needs-person' // facts are in order; a person has to confirm
  | 'needs-attestation' // only a person can say
  | 'attestation-expired'
  | 'another-part' // decided by a part of Omamori that is not there yet
  | 'applicability' // does not apply, by the applicability data
  | 'alternative' // does not apply, because another of the ways of which one is enough is met
  | 'exempted' // does not apply, by the director's approved reason
  | 'children' // the sum of its sub-items
  | 'retired' // no longer asked; what people answered is kept

/** The very fact a finding speaks of: an item of the registry and one of its fields (`passwordPolicy.minLength`). */
export interface FactReference {
  readonly kind: string
  readonly id: string
  readonly name: string
  readonly field?: string
}

/** 指摘 — what a rule found out about one thing. It is a value: we collect all of them and go on. */
export interface Finding {
  readonly state: Exclude<State, 'not-applicable'>
  /** One sentence in each language belongs to each code; see `words/`. */
  readonly code: FindingCode
  readonly about?: FactReference
  /** Other things whose facts it needs: the person who answers for a system, the diagram that shows it. */
  readonly restsOn?: readonly FactReference[]
  /** The figures of the sentence: `{ minLength: 8, required: 13 }`. */
  readonly facts: Readonly<Record<string, string | number | boolean>>
}

/** 証拠 — what a state rests on: a fact of the registry or a person's word, with a day and an end. */
export interface Evidence {
  readonly kind: 'fact' | 'attestation'
  /** How strong: read by a machine, answered by a vendor, looked at by a person, or only stated. */
  readonly source: 'measured' | 'vendor' | 'person' | 'statement'
  readonly about?: FactReference
  readonly attestationId?: string
  readonly statement?: string
  readonly by?: string
  /** The supplier that told it, when it is no fact of the registry but an answer to a question sheet. */
  readonly supplier?: string
  readonly takenOn: Day
  readonly validUntil: Day
  readonly expired: boolean
  readonly proofSha256?: string
}

/** One requirement, judged. */
export interface JudgedRequirement {
  readonly id: string
  readonly state: State
  readonly reason?: Reason
  /** How it is decided: by a rule, by a rule and a person, by a person alone, by its sub-items. */
  readonly decidedBy: 'rule' | 'rule-and-person' | 'room-and-person' | 'person' | 'children' | 'another-part'
  readonly findings: readonly Finding[]
  readonly evidence: readonly Evidence[]
  /** The questions of applicability nobody has answered yet, by fact; see the edition. */
  readonly asks?: readonly string[]
}

/** 食い違い — an answer that the registry contradicts. The registry counts. */
export interface Contradiction {
  readonly fact: string
  readonly about: FactReference
}

export type Counts = Readonly<Record<State, number>>

/** 点検 — an edition answered for one facility on one day. */
export interface Assessment {
  readonly format: 'omamori-assessment@1'
  readonly edition: string
  readonly facility: string
  readonly sample: boolean
  readonly on: Day
  readonly at?: Instant
  /** 最低限 (C) and 推奨 (D) are never added together. */
  readonly counts: { readonly C: Counts; readonly D: Counts }
  readonly requirements: readonly JudgedRequirement[]
  readonly gaps: readonly Gap[]
  readonly contradictions: readonly Contradiction[]
  /** 回答の食い違い — answers of suppliers that the registry contradicts. The registry counts. */
  readonly disputes?: readonly Dispute[]
}

/** 足りないこと — a requirement that is not met or not known, with its weight; heaviest first. */
export interface Gap {
  readonly requirementId: string
  readonly state: 'not-met' | 'unknown'
  readonly weight: number
  /** One step to take; see `words/`. */
  readonly action: { readonly code: ActionCode; readonly facts: Readonly<Record<string, string | number | boolean>> }
  readonly about?: FactReference
}

/** 申告 — a person's word that a requirement holds, as the judgement sees it. */
export interface Attestation {
  readonly attestationId: string
  readonly requirementId: string
  readonly statement: string
  readonly by: string
  readonly attestedOn: Day
  readonly validUntil: Day
  readonly proofSha256?: string
}

/** 対象外の承認 — the director's approved reason, as the judgement sees it. */
export interface Exemption {
  readonly requirementId: string
  readonly reason: string
  readonly approvedBy: string
  readonly approvedOn: Day
  readonly reviewOn: Day
}
