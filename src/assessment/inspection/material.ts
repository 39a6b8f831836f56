import type { JournalReport } from '#journal'
import type { ReviewList } from '#log-review'
import type { PaperLanguage } from '#paper'
import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import type { SupplierAnswer } from '#supplier/contract'
import type { ChecklistView } from '../checklist/wire.ts'
import type { PlanView } from '../plan/wire.ts'
import type { PresentedAssessment } from '../presented-schema.ts'
import type { SnapshotView } from '../snapshot/wire.ts'

/** Everything an inspection file is made of, loaded at one moment. A plain value: the parts ask nobody. */
export interface Material {
  readonly language: PaperLanguage
  readonly on: Day
  /** As it is registered: what suppliers told stands apart. */
  readonly facility: Facility
  readonly answers: readonly SupplierAnswer[]
  readonly checklist: ChecklistView
  readonly presented: PresentedAssessment
  /** Newest first. */
  readonly snapshots: readonly SnapshotView[]
  readonly plan: PlanView
  /** ログの確認, newest first. */
  readonly logReviews: ReviewList
  readonly journal: JournalReport
}
