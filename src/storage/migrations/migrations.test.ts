import type { Generated } from 'kysely'
import { expect, it } from 'vitest'
import type { Storage } from '../storage.ts'
import type {
  LogBlockRow,
  LogCheckpointRow,
  LogEntryRow,
  LogPostingRow,
  LogRow,
  LogTileRow,
  SnapshotRow,
  Tables,
} from '../tables.ts'
import { eachEngine } from '../testing.ts'
import { inspectors } from './0011-inspectors.ts'
import { logSuccessions } from './0013-log-successions.ts'
import type { ColumnKind } from './define-table.ts'

// The columns of tables.ts once more, checked against the types by the compiler and against both engines below.
type ColumnsOf<Row> = { readonly [Column in keyof Row]-?: KindOf<Row[Column]> }
type KindOf<Value> = [Value] extends [Generated<infer Given>] ? GivenKind<Given> : GivenKind<Value>
type GivenKind<Value> = null extends Value
  ? `${BaseKind<NonNullable<Value>>}?` & ColumnKind
  : BaseKind<Value> & ColumnKind
type BaseKind<Value> = Value extends string ? 'text' : Value extends number ? 'integer' : 'bytes'

const columns: { readonly [Table in keyof Tables]: ColumnsOf<Tables[Table]> } = {
  facility: { facility_id: 'text', name: 'text', sample: 'integer', created_at: 'text' },
  blob: {
    facility_id: 'text',
    blob_id: 'text',
    sha256: 'text',
    content_name: 'text?',
    length: 'integer',
    media_type: 'text',
    name: 'bytes?',
    wrapped_key: 'bytes?',
    key_id: 'text',
    created_at: 'text',
    destroyed_at: 'text?',
  },
  blob_naming: { facility_id: 'text', wrapped_key: 'bytes', key_id: 'text', created_at: 'text' },
  blob_check: {
    facility_id: 'text',
    sha256: 'text',
    checked_at: 'text',
    first_state: 'text',
    second_state: 'text?',
    second_at: 'text?',
  },
  data_key: {
    facility_id: 'text',
    key_id: 'text',
    purpose: 'text',
    root_key_id: 'text',
    wrapped: 'bytes',
    created_at: 'text',
    retired_at: 'text?',
  },
  log: {
    facility_id: 'text',
    origin: 'text',
    fiscal_year: 'integer',
    size: 'integer',
    frontier: 'bytes',
    verifier_key: 'text',
    wrapped_signing_key: 'bytes',
    key_id: 'text',
    created_at: 'text',
    signed_size: 'integer?',
    seal: 'bytes?',
    number: 'integer',
  },
  log_entry: { facility_id: 'text', entry_id: 'integer', entry: 'bytes', detail: 'bytes?' },
  log_block: { facility_id: 'text', log_number: 'integer', block: 'integer', first_at: 'text', last_at: 'text' },
  log_posting: { facility_id: 'text', log_number: 'integer', term: 'integer', block: 'integer', places: 'bytes' },
  log_tile: { facility_id: 'text', origin: 'text', level: 'integer', tile_index: 'integer', hashes: 'bytes' },
  log_checkpoint: {
    facility_id: 'text',
    origin: 'text',
    size: 'integer',
    previous_size: 'integer',
    note: 'text',
    created_at: 'text',
  },
  account: {
    facility_id: 'text',
    account_id: 'text',
    login_name: 'text',
    display_name: 'text',
    person_id: 'text?',
    roles: 'text',
    password_hash: 'text?',
    password_changed_at: 'text?',
    must_change_password: 'integer',
    state: 'text',
    failed_count: 'integer',
    locked_until: 'text?',
    language: 'text',
    version: 'integer',
    created_at: 'text',
    ends_at: 'text?',
  },
  factor: {
    facility_id: 'text',
    factor_id: 'text',
    account_id: 'text',
    kind: 'text',
    secret: 'bytes',
    key_id: 'text',
    counter: 'integer',
    confirmed_at: 'text?',
    created_at: 'text',
  },
  session: {
    facility_id: 'text',
    session_id: 'text',
    token_hash: 'text',
    account_id: 'text',
    created_at: 'text',
    last_seen_at: 'text',
    expires_at: 'text',
    revoked_at: 'text?',
    device: 'text',
  },
  one_time_code: {
    facility_id: 'text',
    code_hash: 'text',
    purpose: 'text',
    account_id: 'text?',
    expires_at: 'text',
    used_at: 'text?',
  },
  task: {
    facility_id: 'text',
    task_id: 'text',
    title: 'text',
    background: 'text',
    owner_id: 'text?',
    supplier_id: 'text?',
    about_kind: 'text?',
    about_id: 'text?',
    about_field: 'text?',
    due_on: 'text?',
    cost: 'integer?',
    alternatives: 'text',
    if_not_done: 'text',
    state: 'text',
    revision: 'integer',
    opened_by: 'text',
    opened_at: 'text',
    closed_at: 'text?',
    version: 'integer',
  },
  task_source: { facility_id: 'text', room: 'text', kind: 'text', source_id: 'text', task_id: 'text' },
  task_note: {
    facility_id: 'text',
    task_id: 'text',
    number: 'integer',
    state: 'text?',
    words: 'text',
    written_by: 'text',
    written_at: 'text',
  },
  task_decision: {
    facility_id: 'text',
    task_id: 'text',
    number: 'integer',
    outcome: 'text',
    revision: 'integer',
    cost: 'integer?',
    words: 'text',
    decided_by: 'text?',
    person_id: 'text?',
    decided_on: 'text',
    entered_by: 'text',
    entered_at: 'text',
  },
  registry_item: {
    facility_id: 'text',
    kind: 'text',
    item_id: 'text',
    uid: 'text',
    position: 'integer',
    version: 'integer',
    body: 'text',
    confirmed_on: 'text',
    updated_at: 'text',
    updated_by: 'text',
  },
  attestation: {
    facility_id: 'text',
    attestation_id: 'text',
    edition: 'text',
    requirement_id: 'text',
    statement: 'text',
    attested_by: 'text',
    attested_on: 'text',
    valid_until: 'text',
    blob_id: 'text?',
    proof_sha256: 'text?',
    created_at: 'text',
    withdrawn_at: 'text?',
  },
  exemption: {
    facility_id: 'text',
    exemption_id: 'text',
    edition: 'text',
    requirement_id: 'text',
    reason: 'text',
    proposed_by: 'text',
    proposed_at: 'text',
    approved_by: 'text?',
    approved_at: 'text?',
    review_on: 'text',
    withdrawn_at: 'text?',
  },
  checklist_answer: {
    facility_id: 'text',
    checklist: 'text',
    sheet: 'text',
    supplier_id: 'text',
    item_id: 'text',
    round: 'integer',
    answer: 'text',
    checked_on: 'text',
    target_on: 'text?',
    answered_by: 'text',
    created_at: 'text',
    version: 'integer',
  },
  witness_key: {
    facility_id: 'text',
    kind: 'text',
    verifier_key: 'text',
    wrapped_seed: 'bytes',
    key_id: 'text',
    created_at: 'text',
  },
  watched_log: {
    facility_id: 'text',
    origin: 'text',
    verifier_key: 'text',
    label: 'text',
    size: 'integer',
    root: 'bytes?',
    note: 'text?',
    cosigned_at: 'text?',
    added_at: 'text',
    removed_at: 'text?',
  },
  witness_evidence: {
    facility_id: 'text',
    evidence_id: 'text',
    origin: 'text',
    kind: 'text',
    ours: 'text',
    theirs: 'text',
    found_at: 'text',
  },
  log_succession: {
    facility_id: 'text',
    origin: 'text',
    next: 'text',
    verifier_key: 'text',
    note: 'text',
    accepted_at: 'text',
  },
  log_witness: {
    facility_id: 'text',
    witness_id: 'text',
    label: 'text',
    url: 'text?',
    verifier_keys: 'text',
    added_at: 'text',
    removed_at: 'text?',
    tried_at: 'text?',
    answer: 'text?',
    answer_size: 'integer?',
    cosigned_at: 'text?',
  },
  cosigned_checkpoint: { facility_id: 'text', origin: 'text', size: 'integer', note: 'text', kept_at: 'text' },
  witness_policy: { facility_id: 'text', needed: 'integer', warn_after_hours: 'integer' },
  timetable_run: {
    facility_id: 'text',
    job: 'text',
    due_at: 'text',
    asked: 'integer',
    run_id: 'text',
    lease_until: 'text',
    started_at: 'text',
    ended_at: 'text?',
    outcome: 'text?',
    code: 'text?',
  },
  mail_server: {
    facility_id: 'text',
    host: 'text',
    port: 'integer',
    tls: 'text',
    login_name: 'text?',
    password: 'bytes?',
    key_id: 'text?',
    sender: 'text',
    recipients: 'text',
    changed_at: 'text',
  },
  outgoing_mail: {
    facility_id: 'text',
    mail_id: 'text',
    kind: 'text',
    recipient: 'text',
    subject: 'text',
    body: 'text',
    made_at: 'text',
    state: 'text',
    attempts: 'integer',
    next_at: 'text',
    lease_until: 'text?',
    tried_at: 'text?',
    code: 'text?',
    answer: 'text?',
    ended_at: 'text?',
  },
  alarm: {
    facility_id: 'text',
    kind: 'text',
    standing: 'integer',
    since: 'text',
    cleared_at: 'text?',
    told: 'integer',
    told_at: 'text?',
  },
  inspection_file: {
    facility_id: 'text',
    inspection_id: 'text',
    made_on: 'text',
    made_at: 'text',
    made_by: 'text',
    language: 'text',
    missing: 'integer',
    sha256: 'text',
    bytes: 'integer',
    paper_blob_id: 'text',
    folder_blob_id: 'text',
    parts_blob_id: 'text?',
  },
  log_review: {
    facility_id: 'text',
    review_id: 'text',
    number: 'integer',
    target: 'text',
    systems: 'text',
    from_on: 'text',
    until_on: 'text',
    reviewed_on: 'text',
    reviewer_id: 'text?',
    reviewer_name: 'text',
    looked_at: 'text',
    lines: 'text',
    result: 'text',
    remarks: 'text',
    task_id: 'text?',
    corrects: 'text?',
    written_by: 'text',
    written_at: 'text',
  },
  trust_item: {
    facility_id: 'text',
    item_id: 'text',
    kind: 'text',
    octets: 'bytes',
    fingerprint: 'text',
    for_signers: 'integer',
    for_stamps: 'integer',
    for_hpki: 'integer',
    state: 'text',
    added_by: 'text',
    added_at: 'text',
  },
  trust_step: {
    facility_id: 'text',
    item_id: 'text',
    number: 'integer',
    step: 'text',
    typed: 'text?',
    source: 'text?',
    seen_on: 'text?',
    reason: 'text?',
    written_by: 'text',
    written_at: 'text',
  },
  signature_card: {
    facility_id: 'text',
    card_id: 'text',
    kind: 'text',
    holder_id: 'text?',
    holder_name: 'text',
    licence: 'text?',
    certificate: 'bytes?',
    card_expires_on: 'text?',
    replaces: 'text?',
    registered_by: 'text',
    registered_at: 'text',
    state: 'text',
    state_on: 'text',
    task_id: 'text?',
  },
  signature_card_step: {
    facility_id: 'text',
    card_id: 'text',
    number: 'integer',
    state: 'text',
    on_day: 'text',
    reason: 'text',
    written_by: 'text',
    written_at: 'text',
  },
  document: {
    facility_id: 'text',
    document_id: 'text',
    kind: 'text',
    standing: 'text',
    title: 'text',
    patient: 'text?',
    encounter: 'text?',
    written_on: 'text',
    registered_by: 'text',
    registered_at: 'text',
    destroyed_at: 'text?',
  },
  document_version: {
    facility_id: 'text',
    document_id: 'text',
    version: 'integer',
    blob_id: 'text',
    sha256: 'text',
    content_type: 'text',
    reason: 'text?',
    entered_by: 'text',
    entered_for: 'text?',
    entered_at: 'text',
    approved_at: 'text?',
    confirmed_by: 'text?',
    confirmed_at: 'text?',
    withdrawn_at: 'text?',
    withdrawn_by: 'text?',
    withdrawn_reason: 'text?',
  },
  document_view: {
    facility_id: 'text',
    document_id: 'text',
    version: 'integer',
    account_id: 'text',
    viewed_at: 'text',
  },
  document_signature: {
    facility_id: 'text',
    document_id: 'text',
    version: 'integer',
    number: 'integer',
    form: 'text',
    blob_id: 'text?',
    sha256: 'text',
    added_by: 'text',
    added_at: 'text',
  },
  document_signature_check: {
    facility_id: 'text',
    document_id: 'text',
    version: 'integer',
    number: 'integer',
    check_number: 'integer',
    checked_by: 'text',
    checked_at: 'text',
    indication: 'text',
    qualification: 'text?',
    holds_until: 'text?',
    answer_blob_id: 'text',
  },
  retention_rule: {
    facility_id: 'text',
    rule_id: 'text',
    number: 'integer',
    about: 'text',
    target: 'text',
    years: 'integer',
    starts_with: 'text',
    source: 'text',
    checked_on: 'text',
    written_by: 'text',
    written_at: 'text',
  },
  record_keeper: {
    facility_id: 'text',
    keeper_id: 'text',
    number: 'integer',
    event: 'text',
    on_day: 'text',
    keeper: 'text',
    contact: 'text',
    until_on: 'text?',
    source: 'text',
    written_by: 'text',
    written_at: 'text',
  },
  document_text: {
    number: 'integer',
    facility_id: 'text',
    document_id: 'text',
    version: 'integer',
    text: 'text',
  },
  scan_profile: {
    facility_id: 'text',
    profile_id: 'text',
    number: 'integer',
    kind: 'text',
    resolution: 'integer',
    colour: 'text',
    formats: 'text',
    lossy: 'integer',
    period: 'text',
    source: 'text',
    written_by: 'text',
    written_at: 'text',
  },
  past_paper_plan: {
    facility_id: 'text',
    plan_id: 'text',
    number: 'integer',
    title: 'text',
    topics: 'text',
    noticed_on: 'text',
    starts_on: 'text',
    entrusted_to: 'text?',
    written_by: 'text',
    written_at: 'text',
    audited_on: 'text?',
    audit: 'text?',
    ended_by: 'text?',
    ended_at: 'text?',
  },
  scan_objection: {
    facility_id: 'text',
    objection_id: 'text',
    patient: 'text',
    told_on: 'text',
    note: 'text',
    written_by: 'text',
    written_at: 'text',
    withdrawn_by: 'text?',
    withdrawn_at: 'text?',
  },
  document_scan: {
    facility_id: 'text',
    document_id: 'text',
    version: 'integer',
    scan_case: 'text',
    profile_id: 'text',
    plan_id: 'text?',
    sha256: 'text',
    paper_at: 'text?',
    dispensed_at: 'text?',
    declared_pages: 'integer',
    pages: 'text',
    findings: 'text',
    due_at: 'text?',
    remark: 'text?',
    kept_at: 'text?',
  },
  archive_medium: {
    facility_id: 'text',
    medium_id: 'text',
    number: 'integer',
    label: 'text',
    sort: 'text',
    holds: 'text',
    place: 'text',
    used_from: 'text',
    ends_on: 'text?',
    written_by: 'text',
    written_at: 'text',
  },
  archive_medium_step: {
    facility_id: 'text',
    medium_id: 'text',
    number: 'integer',
    step: 'text',
    on_day: 'text',
    result: 'text?',
    place: 'text?',
    note: 'text',
    written_by: 'text',
    written_at: 'text',
  },
  picture_words: {
    facility_id: 'text',
    document_id: 'text',
    version: 'integer',
    read_at: 'text?',
    pages: 'integer',
    left_out: 'integer',
    why: 'text?',
  },
  document_place: { rowid: 'integer', facility_id: 'text', sequence: 'integer', document_id: 'text' },
  retention_start: {
    facility_id: 'text',
    document_id: 'text',
    number: 'integer',
    event: 'text',
    on_day: 'text?',
    source: 'text',
    written_by: 'text',
    written_at: 'text',
  },
  retention_hold: {
    facility_id: 'text',
    hold_id: 'text',
    document_id: 'text',
    reason: 'text',
    placed_by: 'text',
    placed_at: 'text',
    lifted_by: 'text?',
    lifted_at: 'text?',
    lift_reason: 'text?',
  },
  destruction: {
    facility_id: 'text',
    destruction_id: 'text',
    number: 'integer',
    reason: 'text',
    proposed_by: 'text',
    proposed_at: 'text',
    state: 'text',
    ended_by: 'text?',
    ended_at: 'text?',
    end_reason: 'text?',
    backups_until: 'text?',
  },
  destruction_item: {
    facility_id: 'text',
    destruction_id: 'text',
    document_id: 'text',
    kind: 'text',
    standing: 'text',
    stored_on: 'text',
    ends_on: 'text',
    basis: 'text',
  },
  destruction_approval: {
    facility_id: 'text',
    destruction_id: 'text',
    number: 'integer',
    account_id: 'text?',
    outside_name: 'text?',
    outside_organisation: 'text?',
    approved_on: 'text',
    written_by: 'text',
    written_at: 'text',
  },
  inspector_link: {
    facility_id: 'text',
    link_id: 'text',
    inspector_name: 'text',
    organisation: 'text',
    token_hash: 'text',
    account_id: 'text',
    created_by: 'text',
    created_at: 'text',
    last_day: 'text',
    expires_at: 'text',
    revoked_by: 'text?',
    revoked_at: 'text?',
  },
  snapshot: {
    facility_id: 'text',
    snapshot_id: 'text',
    fiscal_year: 'integer',
    number: 'integer',
    edition: 'text',
    taken_on: 'text',
    taken_at: 'text',
    taken_by: 'text',
    counts: 'text',
    states: 'text',
    digest: 'text',
    blob_id: 'text',
    approved_by: 'text?',
    approved_at: 'text?',
  },
  question_sheet: {
    facility_id: 'text',
    sheet_id: 'text',
    number: 'integer',
    supplier_id: 'text',
    supplier_name: 'text',
    issued_on: 'text',
    due_on: 'text',
    issued_at: 'text',
    issued_by: 'text',
    closed_at: 'text?',
    closed_by: 'text?',
    replaced_by: 'text?',
  },
  sheet_question: {
    facility_id: 'text',
    number: 'integer',
    sheet_id: 'text',
    position: 'integer',
    kind: 'text',
    item_id: 'text',
    item_name: 'text',
    field: 'text',
    requirements: 'text',
    asked_on: 'text',
    held: 'text?',
    held_on: 'text?',
  },
  supplier_answer: {
    facility_id: 'text',
    number: 'integer',
    revision: 'integer',
    verdict: 'text',
    value: 'text?',
    note: 'text?',
    answered_by: 'text?',
    answered_on: 'text',
    way: 'text',
    shared: 'integer',
    entered_by: 'text',
    created_at: 'text',
  },
  sheet_reminder: {
    facility_id: 'text',
    reminder_id: 'text',
    sheet_id: 'text',
    reminded_on: 'text',
    way: 'text',
    reminded_by: 'text',
    created_at: 'text',
  },
  supplier_link: {
    facility_id: 'text',
    link_id: 'text',
    supplier_id: 'text',
    token_hash: 'text',
    account_id: 'text',
    created_by: 'text',
    created_at: 'text',
    expires_at: 'text',
    revoked_at: 'text?',
  },
  product_answer: {
    facility_id: 'text',
    supplier_key: 'text',
    supplier_name: 'text',
    product: 'text',
    field: 'text',
    value: 'text',
    answered_on: 'text',
    created_at: 'text',
  },
}

const engineKinds: Readonly<Record<string, string>> = {
  TEXT: 'text',
  text: 'text',
  INTEGER: 'integer',
  bigint: 'integer',
  BLOB: 'bytes',
  bytea: 'bytes',
}

const sample = { facilityId: 'facility-a' }
const at = '2026-11-22T00:00:00.000Z'
const hashes = (count: number) => new Uint8Array(count * 32).fill(count)

const entry: LogEntryRow = {
  facility_id: 'facility-a',
  entry_id: 4294967296,
  entry: Uint8Array.of(1, 2, 3),
  detail: Uint8Array.of(9),
}
const log: LogRow = {
  facility_id: 'facility-a',
  origin: 'log-1',
  fiscal_year: 2026,
  size: 1,
  frontier: hashes(1),
  verifier_key: 'log-1+00000000+AA==',
  wrapped_signing_key: Uint8Array.of(1),
  key_id: 'key-1',
  created_at: at,
  signed_size: null,
  seal: null,
  number: 1,
}
const tile: LogTileRow = { facility_id: 'facility-a', origin: 'log-1', level: 0, tile_index: 0, hashes: hashes(1) }
const checkpoint: LogCheckpointRow = {
  facility_id: 'facility-a',
  origin: 'log-1',
  size: 1,
  previous_size: 0,
  note: 'log-1\n1\n',
  created_at: at,
}

const block: LogBlockRow = { facility_id: 'facility-a', log_number: 1, block: 0, first_at: at, last_at: at }
const posting: LogPostingRow = { facility_id: 'facility-a', log_number: 1, term: 5, block: 0, places: hashes(1) }

const keepLog = (storage: Storage) =>
  storage.write(sample, async ({ db }) => {
    await db.insertInto('log').values(log).execute()
    await db.insertInto('log_entry').values(entry).execute()
    await db.insertInto('log_tile').values(tile).execute()
    await db.insertInto('log_checkpoint').values(checkpoint).execute()
    await db.insertInto('log_block').values(block).execute()
    await db.insertInto('log_posting').values(posting).execute()
  })

eachEngine('the schema', (open) => {
  it('has every table and column as the types say, and no other', async () => {
    const storage = await open()
    const found: Record<string, Record<string, string>> = {}
    for (const { name, column, type, optional } of await open.columnsOf(storage)) {
      if (name === 'schema_version') continue
      found[name] = { ...found[name], [column]: `${engineKinds[type]}${optional ? '?' : ''}` }
    }
    expect(found).toEqual(columns)
  })

  const refusals: Record<string, (storage: Storage) => Promise<unknown>> = {
    'changing an entry': (storage) =>
      storage.write(sample, ({ db }) =>
        db
          .updateTable('log_entry')
          .set({ entry: Uint8Array.of(7) })
          .execute(),
      ),
    'moving an entry': (storage) =>
      storage.write(sample, ({ db }) => db.updateTable('log_entry').set({ entry_id: 7, detail: null }).execute()),
    'hiding an entry from the searches': (storage) =>
      storage.write(sample, ({ db }) => db.deleteFrom('log_posting').execute()),
    'changing what the searches go by': (storage) =>
      storage.write(sample, ({ db }) => db.updateTable('log_posting').set({ block: 1 }).execute()),
    'changing the times of a block': (storage) =>
      storage.write(sample, ({ db }) => db.updateTable('log_block').set({ last_at: at }).execute()),
    'deleting a block': (storage) => storage.write(sample, ({ db }) => db.deleteFrom('log_block').execute()),
    'putting another detail': (storage) =>
      storage.write(sample, ({ db }) =>
        db
          .updateTable('log_entry')
          .set({ detail: Uint8Array.of(8) })
          .execute(),
      ),
    'deleting an entry': (storage) => storage.write(sample, ({ db }) => db.deleteFrom('log_entry').execute()),
    'changing the hashes of a tile': (storage) =>
      storage.write(sample, ({ db }) =>
        db
          .updateTable('log_tile')
          .set({ hashes: new Uint8Array(64) })
          .execute(),
      ),
    'cutting a tile': (storage) =>
      storage.write(sample, ({ db }) => db.updateTable('log_tile').set({ hashes: new Uint8Array() }).execute()),
    'deleting a tile': (storage) => storage.write(sample, ({ db }) => db.deleteFrom('log_tile').execute()),
    'changing a checkpoint': (storage) =>
      storage.write(sample, ({ db }) => db.updateTable('log_checkpoint').set({ note: 'other' }).execute()),
    'deleting a checkpoint': (storage) => storage.write(sample, ({ db }) => db.deleteFrom('log_checkpoint').execute()),
    'deleting a log': (storage) => storage.write(sample, ({ db }) => db.deleteFrom('log').execute()),
  }

  it('refuses whatever would rewrite the journal', async () => {
    const storage = await open()
    await keepLog(storage)
    for (const [way, rewrite] of Object.entries(refusals)) {
      await expect(rewrite(storage), way).rejects.toThrow(/append-only|permission denied/)
    }
    const kept = await storage.read(sample, (db) => db.selectFrom('log_entry').selectAll().execute())
    expect(kept).toEqual([entry])
  })

  it('lets a snapshot be approved once, and nothing else of it change', async () => {
    const storage = await open()
    const snapshot: SnapshotRow = {
      facility_id: 'facility-a',
      snapshot_id: 'snapshot-1',
      fiscal_year: 2026,
      number: 1,
      edition: 'mhlw-5.2',
      taken_on: '2026-11-22',
      taken_at: at,
      taken_by: 'account-1',
      counts: '{}',
      states: '{}',
      digest: 'a'.repeat(64),
      blob_id: 'blob-1',
      approved_by: null,
      approved_at: null,
    }
    await storage.write(sample, ({ db }) => db.insertInto('snapshot').values(snapshot).execute())
    const change = (set: Partial<SnapshotRow>) =>
      storage.write(sample, ({ db }) => db.updateTable('snapshot').set(set).execute())
    const refusal = /append-only|permission denied/
    for (const set of [{ digest: 'b'.repeat(64) }, { states: '{"x":"met"}' }, { counts: '[]' }, { number: 2 }]) {
      await expect(change(set), Object.keys(set).join()).rejects.toThrow(refusal)
    }
    await expect(storage.write(sample, ({ db }) => db.deleteFrom('snapshot').execute())).rejects.toThrow(refusal)
    await change({ approved_by: 'account-1', approved_at: at })
    for (const approved_by of [null, 'account-2']) {
      await expect(change({ approved_by, approved_at: approved_by && at })).rejects.toThrow(refusal)
    }
    const kept = await storage.read(sample, (db) => db.selectFrom('snapshot').selectAll().execute())
    expect(kept).toEqual([{ ...snapshot, approved_by: 'account-1', approved_at: at }])
  })

  it('gives accounts that links opened before the end of their link, in every facility, and people none', async () => {
    const storage = await open()
    const accounts = [
      ['facility-a', 'a-1', '@a-1'],
      ['facility-b', 'b-1', '@b-1'],
      ['facility-b', 'b-2', 'taro'],
    ] as const
    const ends: Record<string, string> = { 'a-1': '2027-01-01T00:00:00.000Z', 'b-1': '2027-02-01T00:00:00.000Z' }
    for (const [facility_id, account_id, login_name] of accounts) {
      const people = { display_name: '例題', roles: '[]', state: 'active', language: 'ja', created_at: at }
      const nothing = { person_id: null, password_hash: null, password_changed_at: null, locked_until: null }
      const counts = { must_change_password: 0, failed_count: 0, version: 1, ends_at: null }
      const account = { facility_id, account_id, login_name, ...people, ...nothing, ...counts }
      const made = { created_by: 'account-1', created_at: at, revoked_at: null, expires_at: ends[account_id] ?? at }
      const link = {
        facility_id,
        link_id: account_id,
        supplier_id: 's-01',
        token_hash: account_id,
        account_id,
        ...made,
      }
      await storage.write({ facilityId: facility_id }, async ({ db }) => {
        await db.insertInto('account').values(account).execute()
        await db.insertInto('supplier_link').values(link).execute()
      })
    }
    const filling = /^(update account|alter table (account|supplier_link) (no )?force)/
    for (const statement of inspectors.statements(storage.engine)) {
      if (filling.test(statement)) await open.tamper(storage, statement)
    }
    const endOf = async ([facilityId, accountId]: readonly string[]) =>
      storage.read({ facilityId: facilityId ?? '' }, (db) =>
        db
          .selectFrom('account')
          .select('ends_at')
          .where('account_id', '=', accountId ?? '')
          .executeTakeFirst(),
      )
    const found = []
    for (const account of accounts) found.push((await endOf(account))?.ends_at)
    expect(found).toEqual([ends['a-1'], ends['b-1'], null])
  })

  it('keeps evidence of witnesses, whatever its kind, and lets nobody touch it afterwards', async () => {
    const storage = await open()
    const place = { facility_id: 'facility-a', evidence_id: 'evidence-1', origin: 'omamori/other/2026' }
    const evidence = { ...place, kind: 'grew-after-end', ours: 'note', theirs: 'submission', found_at: at }
    await storage.write(sample, ({ db }) => db.insertInto('witness_evidence').values(evidence).execute())
    // SQLite moves the rows to a new table, here once more.
    const moving = logSuccessions.statements('sqlite').filter((statement) => statement.includes('witness_evidence'))
    if (storage.engine === 'sqlite') for (const statement of moving) await open.tamper(storage, statement)
    const kept = await storage.read(sample, (db) => db.selectFrom('witness_evidence').selectAll().execute())
    expect(kept).toEqual([evidence])
    for (const rewrite of [
      () => storage.write(sample, ({ db }) => db.updateTable('witness_evidence').set({ ours: '' }).execute()),
      () => storage.write(sample, ({ db }) => db.deleteFrom('witness_evidence').execute()),
    ])
      await expect(rewrite()).rejects.toThrow(/append-only|permission denied/)
  })

  it('lets nobody change what was said or decided about a task', async () => {
    const storage = await open()
    const place = { facility_id: 'facility-a', task_id: 'task-1', number: 1 }
    const note = { ...place, state: 'done', words: '済み', written_by: 'account-1', written_at: at }
    const decision = {
      ...{
        ...place,
        outcome: 'approved',
        revision: 1,
        cost: 1000,
        words: '',
        decided_by: 'account-1',
        person_id: null,
      },
      ...{ decided_on: '2026-11-22', entered_by: 'account-1', entered_at: at },
    }
    await storage.write(sample, async ({ db }) => {
      await db.insertInto('task_note').values(note).execute()
      await db.insertInto('task_decision').values(decision).execute()
    })
    const tries: Readonly<Record<string, (storage: Storage) => Promise<unknown>>> = {
      note: (on) => on.write(sample, ({ db }) => db.updateTable('task_note').set({ words: '' }).execute()),
      'note away': (on) => on.write(sample, ({ db }) => db.deleteFrom('task_note').execute()),
      decision: (on) => on.write(sample, ({ db }) => db.updateTable('task_decision').set({ cost: 1 }).execute()),
      'decision away': (on) => on.write(sample, ({ db }) => db.deleteFrom('task_decision').execute()),
    }
    for (const [way, rewrite] of Object.entries(tries)) {
      await expect(rewrite(storage), way).rejects.toThrow(/append-only|permission denied/)
    }
    const kept = await storage.read(sample, (db) => db.selectFrom('task_decision').selectAll().execute())
    expect(kept).toEqual([decision])
  })

  it('lets a tile grow until it is complete, and a detail be destroyed', async () => {
    const storage = await open()
    await keepLog(storage)
    const grow = (to: Uint8Array) =>
      storage.write(sample, ({ db }) => db.updateTable('log_tile').set({ hashes: to }).execute())
    const longer = Uint8Array.from([...hashes(1), ...hashes(255)])
    await grow(longer)
    await expect(grow(Uint8Array.from([...longer, ...hashes(1)]))).rejects.toThrow('append-only')
    await storage.write(sample, ({ db }) => db.updateTable('log_entry').set({ detail: null }).execute())
    const kept = await storage.read(sample, (db) => db.selectFrom('log_entry').selectAll().execute())
    expect(kept).toEqual([{ ...entry, detail: null }])
  })

  it('a schema of a newer version is refused, and nothing is touched', async () => {
    const storage = await open()
    await keepLog(storage)
    await open.tamper(
      storage,
      "insert into schema_version values (99, '9999-from-the-future', 'omamori-storage@1', '2030')",
    )
    await storage.close()
    await expect(open.again(storage)).rejects.toMatchObject({
      code: 'newer-data',
      facts: { found: ['9999-from-the-future'] },
    })
    await open.tamper(storage, 'delete from schema_version where position = 99')
    const again = await open.again(storage)
    expect(await again.read(sample, (db) => db.selectFrom('log_entry').selectAll().execute())).toEqual([entry])
  })

  it('a format that we do not know is refused too', async () => {
    const storage = await open()
    await storage.close()
    await open.tamper(storage, "update schema_version set format = 'omamori-storage@2'")
    await expect(open.again(storage)).rejects.toMatchObject({ code: 'newer-data' })
  })

  it('a migration that was begun and not ended is not there', async () => {
    const storage = await open()
    await storage.close()
    await open.tamper(storage, 'delete from schema_version where position > 1')
    // Its statements meet what is there already and fail: the whole attempt is undone, and the next one fails alike.
    for (const _attempt of [1, 2]) await expect(open.again(storage)).rejects.toThrow(/already exists/)
  })
})
