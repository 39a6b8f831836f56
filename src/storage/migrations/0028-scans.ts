import { createTable, type TableDefinition } from './define-table.ts'
import { changed, type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'

const profile: TableDefinition = {
  name: 'scan_profile',
  columns: {
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
  primaryKey: ['facility_id', 'profile_id'],
  checks: ["colour in ('black-white', 'grey', 'colour')", 'resolution > 0', 'lossy in (0, 1)', 'number > 0'],
}

const plan: TableDefinition = {
  name: 'past_paper_plan',
  columns: {
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
  primaryKey: ['facility_id', 'plan_id'],
  checks: ['(ended_at is null) = (audit is null)', 'noticed_on < starts_on', 'number > 0'],
}

const objection: TableDefinition = {
  name: 'scan_objection',
  columns: {
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
  primaryKey: ['facility_id', 'objection_id'],
  checks: ['(withdrawn_at is null) = (withdrawn_by is null)'],
}

const scan: TableDefinition = {
  name: 'document_scan',
  columns: {
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
  primaryKey: ['facility_id', 'document_id', 'version'],
  references: [
    { columns: ['facility_id', 'document_id', 'version'], table: 'document_version' },
    { columns: ['facility_id', 'profile_id'], table: 'scan_profile' },
    { columns: ['facility_id', 'plan_id'], table: 'past_paper_plan' },
  ],
  checks: [
    "scan_case in ('at-care', 'past-paper', 'convenience')",
    "(scan_case = 'past-paper') = (plan_id is not null)",
    'declared_pages > 0',
  ],
}

const tables = [profile, plan, objection, scan]

const fixed = ({ columns }: TableDefinition, moving: readonly string[]): string =>
  changed(Object.keys(columns).filter((column) => !moving.includes(column)))

const guards: readonly Guard[] = [
  ...tables.map(({ name }): Guard => ({ name: `${name}_stays`, table: name, on: 'delete', refusedWhen: 'true' })),
  { name: 'scan_profile_stands', table: profile.name, on: 'update', refusedWhen: 'true' },
  {
    name: 'past_paper_plan_ends_once',
    table: plan.name,
    on: 'update',
    refusedWhen: `old.ended_at is not null or ${fixed(plan, ['audited_on', 'audit', 'ended_by', 'ended_at'])}`,
  },
  {
    name: 'scan_objection_ends_once',
    table: objection.name,
    on: 'update',
    refusedWhen: `old.withdrawn_at is not null or ${fixed(objection, ['withdrawn_by', 'withdrawn_at'])}`,
  },
  // What was written freely goes with the document; what was measured stays.
  {
    name: 'document_scan_stands',
    table: scan.name,
    on: 'update',
    refusedWhen: `new.remark is not null or new.kept_at is not null or ${fixed(scan, ['remark', 'kept_at'])}`,
  },
]

const indexes = [
  'create unique index scan_profile_number on scan_profile (facility_id, number)',
  'create unique index past_paper_plan_number on past_paper_plan (facility_id, number)',
  'create index scan_objection_patient on scan_objection (facility_id, patient)',
  'create index document_scan_content on document_scan (facility_id, sha256)',
  'create index document_scan_due on document_scan (facility_id, due_at)',
]

/** 読取り — what the facility asks of a scan, the plans for what has piled up, who objected, and what each scan was found to be. */
export const scans: Migration = {
  name: '0028-scans',
  statements: (engine) => [
    ...tables.map((table) => createTable(engine, table)),
    ...indexes,
    ...guards.flatMap((guard) => guarded(engine, guard)),
  ],
  tables: tables.map(({ name }) => name),
}
