import type { ScanDesk, scanCases } from '#archive/contract'
import type { Day } from '#shared'

type ScanCase = (typeof scanCases)[number]

/** What stands in the form of the scan desk, complete or not. */
export interface ScanDraft {
  readonly file: File | null
  /** The name of a file in the scanner's folder, in the place of one that is handed over. */
  readonly arrived: string
  readonly scanCase: ScanCase
  readonly kind: string
  readonly title: string
  readonly patient: string
  readonly writtenOn: Day | undefined
  readonly declaredPages: number | undefined
  readonly paperAt: string | undefined
  readonly dispensedAt: string | undefined
  readonly planId: string
  readonly keptAt: string
  readonly remark: string
}

export const emptyDraft = (today: Day): ScanDraft => ({
  ...{ file: null, arrived: '', scanCase: 'at-care', kind: '', title: '', patient: '', writtenOn: today },
  ...{ declaredPages: undefined, paperAt: undefined, dispensedAt: undefined, planId: '', keptAt: '', remark: '' },
})

/** 調剤済み処方箋 as an original: the law asks when the dispensing was done. */
export const asksDispensed = ({ kind, scanCase }: ScanDraft): boolean =>
  kind === 'dispensed-prescription' && scanCase !== 'convenience'

/** 実施中の計画 — those by which old papers may be scanned today. */
export const runningPlans = ({ plans, today }: ScanDesk): ScanDesk['plans'] =>
  plans.filter(({ endedAt, startsOn }) => endedAt === undefined && startsOn <= today)

/** The draft as it is sent: what its case does not ask for is left out. */
export function factsOf(draft: ScanDraft) {
  const { scanCase, kind, writtenOn, declaredPages, paperAt, dispensedAt, planId } = draft
  const [title, patient, keptAt, remark] = [draft.title, draft.patient, draft.keptAt, draft.remark].map(
    (text) => text.trim() || undefined,
  )
  return {
    ...{ scanCase, kind: kind || undefined, title, writtenOn, declaredPages },
    ...(scanCase === 'at-care' && { paperAt }),
    ...(asksDispensed(draft) && { dispensedAt }),
    ...(scanCase === 'past-paper' && { planId: planId || undefined, patient }),
    ...(scanCase !== 'past-paper' && patient !== undefined && { patient }),
    ...(scanCase === 'convenience' && { keptAt }),
    ...(remark !== undefined && { remark }),
  }
}

/** Whether a file is there, and everything that its case asks for. */
export const isComplete = (draft: ScanDraft): boolean =>
  (draft.file !== null || draft.arrived !== '') && Object.values(factsOf(draft)).every((value) => value !== undefined)
