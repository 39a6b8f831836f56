import type { Day, Instant } from '#shared'

/**
 * Every table of the platform, in one place, because both engines, the migrations and the scope rule read it.
 * Every row carries `facility_id`. Booleans are 0 or 1, JSON is text, bytes are BLOB or bytea, whole numbers are
 * below 2^53. Each table is written by one module only; its name stands above it.
 */
export interface Tables {
  // storage
  readonly facility: FacilityRow
  readonly blob: BlobRow
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
  readonly log_witness: LogWitnessRow
  readonly cosigned_checkpoint: CosignedCheckpointRow
  readonly witness_policy: WitnessPolicyRow
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
  // supplier
  readonly question_sheet: QuestionSheetRow
  readonly sheet_question: SheetQuestionRow
  readonly supplier_answer: SupplierAnswerRow
  readonly sheet_reminder: SheetReminderRow
  readonly supplier_link: SupplierLinkRow
  readonly product_answer: ProductAnswerRow
  // assessment
  readonly attestation: AttestationRow
  readonly exemption: ExemptionRow
  readonly checklist_answer: ChecklistAnswerRow
  readonly snapshot: SnapshotRow
  readonly inspection_file: InspectionFileRow
  readonly inspector_link: InspectorLinkRow
}

/** The names of the tables, for the migrations and the scope rule; the types above are gone when the program runs. */
export const tableNames = [
  'facility',
  'blob',
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
  'log_witness',
  'cosigned_checkpoint',
  'witness_policy',
  'inspector_link',
] as const satisfies readonly (keyof Tables)[]

/** What stands in `facility_id` of rows that belong to the installation; no facility is called so. */
export const INSTALLATION = '*'

/** Tables whose rows belong to the installation. In the scope of a facility they are empty. */
export const installationTables: readonly string[] = ['product_answer']

/** 施設 — a facility this installation holds. `sample` marks 見本 on every page and paper. */
export interface FacilityRow {
  readonly facility_id: string
  readonly name: string
  readonly sample: number
  readonly created_at: Instant
}

/** A stored file: ciphertext under its own key. Destroying the key destroys the file. */
export interface BlobRow {
  readonly facility_id: string
  readonly blob_id: string
  /** SHA-256 of the ciphertext, hex. */
  readonly sha256: string
  /** Length of the plaintext in bytes. */
  readonly length: number
  readonly media_type: string
  /** The file name as the person gave it, encrypted like the content, or absent. */
  readonly name: Uint8Array | null
  /** The file's own key under the facility's data key; null once destroyed. */
  readonly wrapped_key: Uint8Array | null
  readonly key_id: string
  readonly created_at: Instant
  readonly destroyed_at: Instant | null
}

/** 鍵 — a facility's data key, wrapped by the root key. */
export interface DataKeyRow {
  readonly facility_id: string
  readonly key_id: string
  readonly purpose: string
  readonly root_key_id: string
  readonly wrapped: Uint8Array
  readonly created_at: Instant
  readonly retired_at: Instant | null
}

/** 証跡の1年度分 — one log: a facility's fiscal year. Its row is the state that appends compare and swap. */
export interface LogRow {
  readonly facility_id: string
  readonly origin: string
  readonly fiscal_year: number
  readonly size: number
  /** The compact range: hashes of the perfect subtrees, left to right, 32 bytes each. */
  readonly frontier: Uint8Array
  /** Signed-note verifier key, `name+hash+key`. */
  readonly verifier_key: string
  readonly wrapped_signing_key: Uint8Array
  readonly key_id: string
  readonly created_at: Instant
  /** The size that the last checkpoint speaks of; null, like the seal, in a log that was last written before 0006. */
  readonly signed_size: number | null
  /** Shows that size, frontier and signed size are ours. */
  readonly seal: Uint8Array | null
  /** Stands for the log in the keys of its entries; no two logs of a database share one. */
  readonly number: number
}

export interface LogEntryRow {
  readonly facility_id: string
  /** The log's number and the index of the entry in one, so that entries lie in their order: see `entryIdOf`. */
  readonly entry_id: number
  /** The entry, format v1, exactly as hashed. */
  readonly entry: Uint8Array
  /** Ciphertext of the detail; null when there is none or it was destroyed. */
  readonly detail: Uint8Array | null
}

/** How many entries a log can hold. */
export const MOST_ENTRIES_OF_A_LOG = 2 ** 32

/** The key of an entry. */
export function entryIdOf({ number }: Pick<LogRow, 'number'>, index: number): number {
  return number * MOST_ENTRIES_OF_A_LOG + index
}

/** 索引の区画 — 256 entries of a log that can be searched; later ones are looked through. Derived, and verified. */
export interface LogBlockRow {
  readonly facility_id: string
  readonly log_number: number
  readonly block: number
  /** The earliest and the latest time that stands in an entry of the block. */
  readonly first_at: Instant
  readonly last_at: Instant
}

/** 索引 — in which places of a block a word stands. Derived from the entries, and verified. */
export interface LogPostingRow {
  readonly facility_id: string
  readonly log_number: number
  /** 48 bits of the digest of the word. */
  readonly term: number
  readonly block: number
  /** One byte for each place, rising; from 32 places on, a bit for each of the 256. */
  readonly places: Uint8Array
}

export interface LogTileRow {
  readonly facility_id: string
  readonly origin: string
  readonly level: number
  readonly tile_index: number
  /** The hashes of the tile, 32 bytes each, 1 to 256 of them. */
  readonly hashes: Uint8Array
}

export interface LogCheckpointRow {
  readonly facility_id: string
  readonly origin: string
  readonly size: number
  /** Size of the checkpoint before this one, 0 for the first: shows that none was taken out. */
  readonly previous_size: number
  /** The signed note. */
  readonly note: string
  readonly created_at: Instant
}

/** 立会人の鍵 — what this facility cosigns other logs with, one of each kind. */
export interface WitnessKeyRow {
  readonly facility_id: string
  readonly kind: string
  /** Signed-note verifier key, `name+hash+key`. */
  readonly verifier_key: string
  readonly wrapped_seed: Uint8Array
  readonly key_id: string
  readonly created_at: Instant
}

/** 立ち会っている証跡 — a log of somebody else that this facility cosigns, and the state it cosigned last. */
export interface WatchedLogRow {
  readonly facility_id: string
  readonly origin: string
  readonly verifier_key: string
  /** What people here call its owner. */
  readonly label: string
  /** Only ever grows, also while the log is taken off the list. */
  readonly size: number
  readonly root: Uint8Array | null
  /** The checkpoint that was cosigned last, as the log signed it. */
  readonly note: string | null
  readonly cosigned_at: Instant | null
  readonly added_at: Instant
  readonly removed_at: Instant | null
}

/** 食い違いの証拠 — two notes that one log signed and that do not go together. */
export interface WitnessEvidenceRow {
  readonly facility_id: string
  readonly evidence_id: string
  readonly origin: string
  readonly kind: string
  /** The checkpoint that was cosigned before. */
  readonly ours: string
  /** What the log came with afterwards, proof and all: the submission as it was sent. */
  readonly theirs: string
  readonly found_at: Instant
}

/** 当院の立会人 — who cosigns this facility's journal, and how it answered last. */
export interface LogWitnessRow {
  readonly facility_id: string
  readonly witness_id: string
  readonly label: string
  /** Where submissions are sent; null for a witness that is reached by file alone. */
  readonly url: string | null
  /** Its verifier keys, one a line. */
  readonly verifier_keys: string
  readonly added_at: Instant
  readonly removed_at: Instant | null
  readonly tried_at: Instant | null
  readonly answer: string | null
  /** The size its last answer named, where it named one. */
  readonly answer_size: number | null
  readonly cosigned_at: Instant | null
}

/** 連署のある要約 — a checkpoint of this facility with the cosignatures it has got so far. */
export interface CosignedCheckpointRow {
  readonly facility_id: string
  readonly origin: string
  readonly size: number
  readonly note: string
  readonly kept_at: Instant
}

/** 立会いの決まり — how many witnesses a facility asks for, and after how many hours without them it is warned. */
export interface WitnessPolicyRow {
  readonly facility_id: string
  readonly needed: number
  readonly warn_after_hours: number
}

/** 利用者 — an account somebody signs in with. */
export interface AccountRow {
  readonly facility_id: string
  readonly account_id: string
  readonly login_name: string
  readonly display_name: string
  /** The person of the registry, when there is one. */
  readonly person_id: string | null
  /** JSON list of roles. */
  readonly roles: string
  /** argon2id, PHC text; null for an account that cannot sign in with a password. */
  readonly password_hash: string | null
  readonly password_changed_at: Instant | null
  readonly must_change_password: number
  readonly state: string
  readonly failed_count: number
  readonly locked_until: Instant | null
  readonly language: string
  readonly version: number
  readonly created_at: Instant
  /** When an account that only a link opens ends by itself; null for every other. */
  readonly ends_at: Instant | null
}

/** 第二の要素 — a second factor of an account: an app's secret or a printed list of codes. */
export interface FactorRow {
  readonly facility_id: string
  readonly factor_id: string
  readonly account_id: string
  readonly kind: string
  /** Secret or hashed codes, encrypted under the facility's data key. */
  readonly secret: Uint8Array
  readonly key_id: string
  /** The last time step accepted (TOTP), so that a code is good once; or the number of codes left. */
  readonly counter: number
  readonly confirmed_at: Instant | null
  readonly created_at: Instant
}

export interface SessionRow {
  readonly facility_id: string
  readonly session_id: string
  /** SHA-256 of the token, hex; the token itself is known to the browser alone. */
  readonly token_hash: string
  readonly account_id: string
  readonly created_at: Instant
  readonly last_seen_at: Instant
  readonly expires_at: Instant
  readonly revoked_at: Instant | null
  readonly device: string
}

/** 一度だけの番号 — opens the first run, an invitation or a reset, once. */
export interface OneTimeCodeRow {
  readonly facility_id: string
  readonly code_hash: string
  readonly purpose: string
  readonly account_id: string | null
  readonly expires_at: Instant
  readonly used_at: Instant | null
}

/** 用件 — something to be done, by whom and by when. */
export interface TaskRow {
  readonly facility_id: string
  readonly task_id: string
  readonly title: string
  /** Why, in the words of whoever opened it; empty where the sources say enough. */
  readonly background: string
  /** The person of the registry who does it, and the supplier who helps, by id. */
  readonly owner_id: string | null
  readonly supplier_id: string | null
  /** The thing of the registry it speaks of. */
  readonly about_kind: string | null
  readonly about_id: string | null
  readonly about_field: string | null
  readonly due_on: Day | null
  /** Yen; null when nobody said, 0 when it costs nothing. */
  readonly cost: number | null
  /** JSON list of other ways, each with a name and perhaps a cost. */
  readonly alternatives: string
  readonly if_not_done: string
  readonly state: string
  /** Counts the changes of what is decided on: title, reasons, supplier, cost. A decision speaks of one revision. */
  readonly revision: number
  readonly opened_by: string
  readonly opened_at: Instant
  /** When it was done or dropped. */
  readonly closed_at: Instant | null
  readonly version: number
}

/** もと — what a task was opened for, tagged by the room that knows it. */
export interface TaskSourceRow {
  readonly facility_id: string
  readonly room: string
  readonly kind: string
  readonly source_id: string
  readonly task_id: string
}

/** 経過 — what was said about a task and to which state it went; never changed. */
export interface TaskNoteRow {
  readonly facility_id: string
  readonly task_id: string
  readonly number: number
  readonly state: string | null
  readonly words: string
  readonly written_by: string
  readonly written_at: Instant
}

/** 決裁 — the director's word on one revision of a task; never changed. */
export interface TaskDecisionRow {
  readonly facility_id: string
  readonly task_id: string
  readonly number: number
  readonly outcome: string
  readonly revision: number
  readonly cost: number | null
  readonly words: string
  /** The account that decided here; null when it was entered from paper. */
  readonly decided_by: string | null
  /** The person of the registry who signed the paper; null when it was decided here. */
  readonly person_id: string | null
  readonly decided_on: Day
  readonly entered_by: string
  readonly entered_at: Instant
}

/** 台帳の1件 — one item of the registry: its fields as JSON, checked against its kind's schema when written. */
export interface RegistryItemRow {
  readonly facility_id: string
  readonly kind: string
  readonly item_id: string
  /** Random and opaque: what journal entries call the item. */
  readonly uid: string
  readonly position: number
  readonly version: number
  readonly body: string
  readonly confirmed_on: Day
  readonly updated_at: Instant
  readonly updated_by: string
}

/** 人の申告 — a person's word that a requirement holds, with proof, a day and an end. */
export interface AttestationRow {
  readonly facility_id: string
  readonly attestation_id: string
  readonly edition: string
  readonly requirement_id: string
  readonly statement: string
  readonly attested_by: string
  readonly attested_on: Day
  readonly valid_until: Day
  readonly blob_id: string | null
  /** Salted digest of the proof, hex. */
  readonly proof_sha256: string | null
  readonly created_at: Instant
  readonly withdrawn_at: Instant | null
}

/** 対象外の承認 — the director's approved reason why a requirement does not apply here, with a day to look again. */
export interface ExemptionRow {
  readonly facility_id: string
  readonly exemption_id: string
  readonly edition: string
  readonly requirement_id: string
  readonly reason: string
  readonly proposed_by: string
  readonly proposed_at: Instant
  readonly approved_by: string | null
  readonly approved_at: Instant | null
  readonly review_on: Day
  readonly withdrawn_at: Instant | null
}

/** 点検の記録 — an assessment as it was taken; the content lies in its blob, and nothing but an approval is added. */
export interface SnapshotRow {
  readonly facility_id: string
  readonly snapshot_id: string
  readonly fiscal_year: number
  /** Counted within the facility and the fiscal year. */
  readonly number: number
  readonly edition: string
  readonly taken_on: Day
  readonly taken_at: Instant
  readonly taken_by: string
  /** JSON, as in the content: counts by kind and state. */
  readonly counts: string
  /** JSON, as in the content: the state of every requirement by its id. */
  readonly states: string
  /** SHA-256 over the id, a line feed and the canonical JSON of the content, hex. */
  readonly digest: string
  readonly blob_id: string
  readonly approved_by: string | null
  readonly approved_at: Instant | null
}

/** 立入検査ファイル — one as it was made: the paper and the packed folder lie in their blobs, and nothing is ever changed. */
export interface InspectionFileRow {
  readonly facility_id: string
  readonly inspection_id: string
  readonly made_on: Day
  readonly made_at: Instant
  readonly made_by: string
  readonly language: string
  /** How much was named in it as not there. */
  readonly missing: number
  /** SHA-256 of the packed folder, hex. */
  readonly sha256: string
  readonly bytes: number
  readonly paper_blob_id: string
  readonly folder_blob_id: string
  /** The parts as they were set, to be read on a screen; null for files made before these were kept. */
  readonly parts_blob_id: string | null
}

/** 検査者への案内 — a link by which one inspector sees the inspection files, until its end or until it is closed. */
export interface InspectorLinkRow {
  readonly facility_id: string
  readonly link_id: string
  readonly inspector_name: string
  readonly organisation: string
  readonly token_hash: string
  readonly account_id: string
  readonly created_by: string
  readonly created_at: Instant
  readonly last_day: Day
  readonly expires_at: Instant
  readonly revoked_by: string | null
  readonly revoked_at: Instant | null
}

/** 確認 — a person's answer to one row of a yearly checklist in one round: yes with a day, or no with a target day. */
export interface ChecklistAnswerRow {
  readonly facility_id: string
  readonly checklist: string
  readonly sheet: string
  /** The supplier a sheet belongs to; empty on the facility's own. */
  readonly supplier_id: string
  readonly item_id: string
  readonly round: number
  readonly answer: string
  readonly checked_on: Day
  readonly target_on: Day | null
  readonly answered_by: string
  /** When the answer as it stands was given. */
  readonly created_at: Instant
  readonly version: number
}

/** 質問票 — what one supplier is asked, frozen as it was issued. All that is added is its end. */
export interface QuestionSheetRow {
  readonly facility_id: string
  readonly sheet_id: string
  /** Counted within the facility: 第1号. */
  readonly number: number
  readonly supplier_id: string
  readonly supplier_name: string
  readonly issued_on: Day
  readonly due_on: Day
  readonly issued_at: Instant
  readonly issued_by: string
  readonly closed_at: Instant | null
  readonly closed_by: string | null
  /** The sheet that took its place, when there is one. */
  readonly replaced_by: string | null
}

/** 質問 — one fact of one item, asked on one sheet. Its number makes the code on paper. */
export interface SheetQuestionRow {
  readonly facility_id: string
  readonly number: number
  readonly sheet_id: string
  readonly position: number
  readonly kind: string
  readonly item_id: string
  readonly item_name: string
  readonly field: string
  /** JSON list of the requirements that wait for it. */
  readonly requirements: string
  /** When it was first asked, on this sheet or on one that this sheet replaced. */
  readonly asked_on: Day
}

/** 事業者の回答 — what a supplier said to a question. It stands; what is said later gets the next revision. */
export interface SupplierAnswerRow {
  readonly facility_id: string
  readonly number: number
  readonly revision: number
  readonly verdict: string
  /** JSON of the value; null when the supplier does not know or the question does not concern it. */
  readonly value: string | null
  readonly note: string | null
  /** The person of the supplier, by name; null when it was taken over from an answer for all customers. */
  readonly answered_by: string | null
  readonly answered_on: Day
  readonly way: string
  readonly shared: number
  readonly entered_by: string
  readonly created_at: Instant
}

/** 督促 — that a supplier was reminded of a sheet. */
export interface SheetReminderRow {
  readonly facility_id: string
  readonly reminder_id: string
  readonly sheet_id: string
  readonly reminded_on: Day
  readonly way: string
  readonly reminded_by: string
  readonly created_at: Instant
}

/** 回答用リンク — the address by which one supplier answers. */
export interface SupplierLinkRow {
  readonly facility_id: string
  readonly link_id: string
  readonly supplier_id: string
  /** SHA-256 of the token, hex; the token itself was shown once. */
  readonly token_hash: string
  readonly account_id: string
  readonly created_by: string
  readonly created_at: Instant
  readonly expires_at: Instant
  readonly revoked_at: Instant | null
}

/**
 * ほかの施設への回答 — what a supplier said of a product for every customer. It belongs to the installation and says
 * nothing of any facility: not whose question it was, nor which item, nor who answered.
 */
export interface ProductAnswerRow {
  /** Always `*`. */
  readonly facility_id: string
  /** The supplier's name without what differs from letterhead to letterhead. */
  readonly supplier_key: string
  readonly supplier_name: string
  /** What sort of product: `system/emr`, `supplier`. */
  readonly product: string
  readonly field: string
  /** JSON of the value. */
  readonly value: string
  readonly answered_on: Day
  readonly created_at: Instant
}
