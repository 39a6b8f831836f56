import type { AccountRow, FactorRow, OneTimeCodeRow, SessionRow } from './rows/access.ts'
import type {
  AttestationRow,
  ChecklistAnswerRow,
  ExemptionRow,
  InspectionFileRow,
  InspectorLinkRow,
  SnapshotRow,
} from './rows/assessment.ts'
import type { BlobCheckRow, BlobNamingRow } from './rows/blob-check.ts'
import type { DocumentRow, DocumentVersionRow, DocumentViewRow } from './rows/document.ts'
import type { DocumentSignatureCheckRow, DocumentSignatureRow } from './rows/document-signature.ts'
import type { DocumentPlaceRow, DocumentSearchRow, DocumentTextRow, PictureWordsRow } from './rows/document-text.ts'
import type {
  CosignedCheckpointRow,
  LogSuccessionRow,
  LogWitnessRow,
  WatchedLogRow,
  WitnessEvidenceRow,
  WitnessKeyRow,
  WitnessPolicyRow,
} from './rows/federation.ts'
import type { BlobRow, DataKeyRow, FacilityRow } from './rows/ground.ts'
import type { LogBlockRow, LogCheckpointRow, LogEntryRow, LogPostingRow, LogRow, LogTileRow } from './rows/journal.ts'
import type { LogReviewRow } from './rows/log-review.ts'
import type { MediumRow, MediumStepRow } from './rows/medium.ts'
import type { AlarmRow, MailServerRow, OutgoingMailRow } from './rows/outbox.ts'
import type { RegistryItemRow } from './rows/registry.ts'
import type {
  DestructionApprovalRow,
  DestructionItemRow,
  DestructionRow,
  RecordKeeperRow,
  RetentionHoldRow,
  RetentionRuleRow,
  RetentionStartRow,
} from './rows/retention.ts'
import type { DocumentScanRow, PastPaperPlanRow, ScanObjectionRow, ScanProfileRow } from './rows/scan.ts'
import type { SignatureCardRow, SignatureCardStepRow, TrustItemRow, TrustStepRow } from './rows/signature.ts'
import type {
  ProductAnswerRow,
  QuestionSheetRow,
  SheetQuestionRow,
  SheetReminderRow,
  SupplierAnswerRow,
  SupplierLinkRow,
} from './rows/supplier.ts'
import type { TaskDecisionRow, TaskNoteRow, TaskRow, TaskSourceRow } from './rows/task.ts'
import type { TimetableRunRow } from './rows/timetable.ts'

export type * from './rows/access.ts'
export type * from './rows/assessment.ts'
export type * from './rows/blob-check.ts'
export type * from './rows/document.ts'
export type * from './rows/document-signature.ts'
export type * from './rows/document-text.ts'
export type * from './rows/federation.ts'
export type * from './rows/ground.ts'
export type * from './rows/journal.ts'
export { entryIdOf, MOST_ENTRIES_OF_A_LOG } from './rows/journal.ts'
export type * from './rows/log-review.ts'
export type * from './rows/medium.ts'
export type * from './rows/outbox.ts'
export type * from './rows/registry.ts'
export type * from './rows/retention.ts'
export type * from './rows/scan.ts'
export type * from './rows/signature.ts'
export type * from './rows/supplier.ts'
export type * from './rows/task.ts'
export type * from './rows/timetable.ts'

/**
 * Every table of the platform, in one place, because both engines, the migrations and the scope rule read it.
 * Every row carries `facility_id`. Booleans are 0 or 1, JSON is text, bytes are BLOB or bytea, whole numbers are
 * below 2^53. Each table is written by one module only; its name stands above it.
 */
export interface Tables {
  // storage
  readonly facility: FacilityRow
  readonly blob: BlobRow
  readonly blob_naming: BlobNamingRow
  readonly blob_check: BlobCheckRow
  // keys
  readonly data_key: DataKeyRow
  // journal
  readonly log: LogRow
  readonly log_entry: LogEntryRow
  readonly log_tile: LogTileRow
  readonly log_checkpoint: LogCheckpointRow
  readonly log_block: LogBlockRow
  readonly log_posting: LogPostingRow
  // federation
  readonly witness_key: WitnessKeyRow
  readonly watched_log: WatchedLogRow
  readonly witness_evidence: WitnessEvidenceRow
  readonly log_succession: LogSuccessionRow
  readonly log_witness: LogWitnessRow
  readonly cosigned_checkpoint: CosignedCheckpointRow
  readonly witness_policy: WitnessPolicyRow
  // timetable
  readonly timetable_run: TimetableRunRow
  // outbox
  readonly mail_server: MailServerRow
  readonly outgoing_mail: OutgoingMailRow
  readonly alarm: AlarmRow
  // access
  readonly account: AccountRow
  readonly factor: FactorRow
  readonly session: SessionRow
  readonly one_time_code: OneTimeCodeRow
  // task
  readonly task: TaskRow
  readonly task_source: TaskSourceRow
  readonly task_note: TaskNoteRow
  readonly task_decision: TaskDecisionRow
  // registry
  readonly registry_item: RegistryItemRow
  // log-review
  readonly log_review: LogReviewRow
  // supplier
  readonly question_sheet: QuestionSheetRow
  readonly sheet_question: SheetQuestionRow
  readonly supplier_answer: SupplierAnswerRow
  readonly sheet_reminder: SheetReminderRow
  readonly supplier_link: SupplierLinkRow
  readonly product_answer: ProductAnswerRow
  // signature
  readonly trust_item: TrustItemRow
  readonly trust_step: TrustStepRow
  readonly signature_card: SignatureCardRow
  readonly signature_card_step: SignatureCardStepRow
  // archive
  readonly document: DocumentRow
  readonly document_version: DocumentVersionRow
  readonly document_view: DocumentViewRow
  readonly document_signature: DocumentSignatureRow
  readonly document_signature_check: DocumentSignatureCheckRow
  readonly retention_rule: RetentionRuleRow
  readonly retention_start: RetentionStartRow
  readonly retention_hold: RetentionHoldRow
  readonly destruction: DestructionRow
  readonly destruction_item: DestructionItemRow
  readonly destruction_approval: DestructionApprovalRow
  readonly record_keeper: RecordKeeperRow
  readonly document_text: DocumentTextRow
  readonly document_place: DocumentPlaceRow
  readonly scan_profile: ScanProfileRow
  readonly past_paper_plan: PastPaperPlanRow
  readonly scan_objection: ScanObjectionRow
  readonly document_scan: DocumentScanRow
  readonly picture_words: PictureWordsRow
  readonly archive_medium: MediumRow
  readonly archive_medium_step: MediumStepRow
  // assessment
  readonly attestation: AttestationRow
  readonly exemption: ExemptionRow
  readonly checklist_answer: ChecklistAnswerRow
  readonly snapshot: SnapshotRow
  readonly inspection_file: InspectionFileRow
  readonly inspector_link: InspectorLinkRow
}

/** What is only read: the index of words is kept by `Change.words`. */
interface Views {
  readonly document_search: DocumentSearchRow
}

/** Everything that a query may read. */
export type Relations = Tables & Views

export const viewNames = ['document_search'] as const satisfies readonly (keyof Views)[]

/** The names of the tables, for the migrations and the scope rule; the types above are gone when the program runs. */
export const tableNames = [
  'facility',
  'blob',
  'blob_naming',
  'blob_check',
  'data_key',
  'log',
  'log_entry',
  'log_tile',
  'log_checkpoint',
  'log_block',
  'log_posting',
  'account',
  'factor',
  'session',
  'one_time_code',
  'task',
  'task_source',
  'task_note',
  'task_decision',
  'registry_item',
  'log_review',
  'attestation',
  'exemption',
  'checklist_answer',
  'snapshot',
  'question_sheet',
  'sheet_question',
  'supplier_answer',
  'sheet_reminder',
  'supplier_link',
  'product_answer',
  'inspection_file',
  'witness_key',
  'watched_log',
  'witness_evidence',
  'log_succession',
  'log_witness',
  'cosigned_checkpoint',
  'witness_policy',
  'inspector_link',
  'timetable_run',
  'mail_server',
  'outgoing_mail',
  'alarm',
  'trust_item',
  'trust_step',
  'signature_card',
  'signature_card_step',
  'document',
  'document_version',
  'document_view',
  'document_signature',
  'document_signature_check',
  'retention_rule',
  'retention_start',
  'retention_hold',
  'destruction',
  'destruction_item',
  'destruction_approval',
  'record_keeper',
  'document_text',
  'document_place',
  'scan_profile',
  'past_paper_plan',
  'scan_objection',
  'document_scan',
  'picture_words',
  'archive_medium',
  'archive_medium_step',
] as const satisfies readonly (keyof Tables)[]

/** What stands in `facility_id` of rows that belong to the installation; no facility is called so. */
export const INSTALLATION = '*'

/** Tables whose rows belong to the installation. In the scope of a facility they are empty. */
export const installationTables: readonly string[] = ['product_answer']
