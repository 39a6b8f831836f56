import type { ChecklistSheetKind } from '@omamori/guideline'
import type { Day } from '#shared'
import type { Finding, State } from '../contract.ts'

export type ChecklistAnswer = 'yes' | 'no'

/** Why a row is proposed as it is, or left blank. */
export type ProposalReason =
  | 'all-met' // everything that answers it is met
  | 'not-met' // something that is needed is not met
  | 'not-met-elsewhere' // a requirement is not met, for something this row does not ask
  | 'partly' // what the edition knows of it is met; the rest a person has to look at
  | 'unknown' // something that answers it is not known
  | 'not-applicable' // something that answers it does not apply here
  | 'nothing-answers' // the edition asks nothing of the kind
  | 'supplier-asked' // the supplier answers for itself
  | 'no-longer-asked' // the row left the form; what was answered is kept

/** 提案 — what the assessment says of one row. It is no answer: that is given by a person, with a day. */
export interface Proposal {
  /** Absent: the row stays blank. */
  readonly answer?: ChecklistAnswer
  readonly reason: ProposalReason
  /** What it rests on, with the state of each. */
  readonly requirements: readonly { readonly id: string; readonly state: State }[]
  /** What speaks against a yes. */
  readonly findings: readonly Finding[]
}

/** 確認 — a person's answer to one row in one round. */
export interface Confirmation {
  readonly sheet: ChecklistSheetKind
  /** On a supplier's sheet, whose. */
  readonly supplierId?: string
  readonly itemId: string
  /** 1回目, 2回目, 3回目. */
  readonly round: number
  readonly answer: ChecklistAnswer
  /** 確認日 */
  readonly checkedOn: Day
  /** 目標日: a no has one, a yes has none. */
  readonly targetOn?: Day
  readonly by: string
  readonly version: number
}

export interface FilledRow {
  readonly itemId: string
  readonly proposal: Proposal
  readonly answers: readonly Confirmation[]
  /** 昨年の答え: what was answered last to the same row of the form before. It is where one begins to look, never an answer. */
  readonly lastYear?: Confirmation
  /** The last answer is yes, and the assessment has since found that it is not so. */
  readonly contradicted: boolean
}

/** 確認用紙 — one sheet of the form: the facility's own, or one supplier's. */
export interface FilledSheet {
  readonly sheet: ChecklistSheetKind
  readonly supplierId?: string
  readonly supplierName?: string
  /** What the supplier delivers or maintains here, by name. */
  readonly things: readonly string[]
  readonly rows: readonly FilledRow[]
}

/** チェックリスト — one year's form of one facility: proposals from the assessment, answers from people. */
export interface FilledChecklist {
  readonly checklist: string
  /** The form of the year before, if there is one. */
  readonly lastYear?: string
  readonly facility: string
  readonly sample: boolean
  readonly on: Day
  readonly sheets: readonly FilledSheet[]
}
