import { createTable, type TableDefinition } from './define-table.ts'
import { changed, type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'

const start: TableDefinition = {
  name: 'retention_start',
  columns: {
    facility_id: 'text',
    document_id: 'text',
    number: 'integer',
    event: 'text',
    on_day: 'text?',
    source: 'text',
    written_by: 'text',
    written_at: 'text',
  },
  primaryKey: ['facility_id', 'document_id', 'number'],
}

const hold: TableDefinition = {
  name: 'retention_hold',
  columns: {
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
  primaryKey: ['facility_id', 'hold_id'],
  checks: ['(lifted_at is null) = (lifted_by is null)', '(lifted_at is null) = (lift_reason is null)'],
}

const destruction: TableDefinition = {
  name: 'destruction',
  columns: {
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
  primaryKey: ['facility_id', 'destruction_id'],
  checks: ["state in ('proposed', 'withdrawn', 'carried-out')", "(state = 'proposed') = (ended_at is null)"],
}

const item: TableDefinition = {
  name: 'destruction_item',
  columns: {
    facility_id: 'text',
    destruction_id: 'text',
    document_id: 'text',
    kind: 'text',
    standing: 'text',
    stored_on: 'text',
    ends_on: 'text',
    basis: 'text',
  },
  primaryKey: ['facility_id', 'destruction_id', 'document_id'],
  references: [{ columns: ['facility_id', 'destruction_id'], table: 'destruction' }],
}

const approval: TableDefinition = {
  name: 'destruction_approval',
  columns: {
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
  primaryKey: ['facility_id', 'destruction_id', 'number'],
  references: [{ columns: ['facility_id', 'destruction_id'], table: 'destruction' }],
  checks: [
    'number in (1, 2)',
    '(account_id is null) = (outside_name is not null)',
    '(outside_name is null) = (outside_organisation is null)',
    'account_id is null or account_id = written_by',
  ],
}

const fixed = (table: TableDefinition, moving: readonly string[]) =>
  changed(Object.keys(table.columns).filter((column) => !moving.includes(column)))

const moving = {
  hold: ['lifted_by', 'lifted_at', 'lift_reason'],
  destruction: ['state', 'ended_by', 'ended_at', 'end_reason', 'backups_until'],
}

const tables = [start, hold, destruction, item, approval]

// Who approved what, on which reason, is the proof that remains when the documents are gone.
const guards: readonly Guard[] = [
  ...tables.map(({ name }): Guard => ({ name: `${name}_stays`, table: name, on: 'delete', refusedWhen: 'true' })),
  ...[start, item, approval].map(
    ({ name }): Guard => ({ name: `${name}_stands`, table: name, on: 'update', refusedWhen: 'true' }),
  ),
  {
    name: 'document_ends',
    table: 'document',
    on: 'update',
    refusedWhen: 'old.destroyed_at is not null or new.destroyed_at is null',
  },
  { name: 'retention_hold_stands', table: hold.name, on: 'update', refusedWhen: fixed(hold, moving.hold) },
  { name: 'retention_hold_ends', table: hold.name, on: 'update', refusedWhen: 'old.lifted_at is not null' },
  {
    name: 'destruction_stands',
    table: destruction.name,
    on: 'update',
    refusedWhen: fixed(destruction, moving.destruction),
  },
  { name: 'destruction_ends', table: destruction.name, on: 'update', refusedWhen: "old.state <> 'proposed'" },
]

/** No number is given twice, and no account approves one list twice. */
const indexes = [
  'create unique index destruction_number on destruction (facility_id, number)',
  'create unique index destruction_approver on destruction_approval (facility_id, destruction_id, account_id)',
  'create index retention_hold_document on retention_hold (facility_id, document_id)',
]

/** 起算日・保留・廃棄 — from when documents are kept, what must not be destroyed, and who approved what was. */
export const destructions: Migration = {
  name: '0022-destruction',
  statements: (engine) => [
    'alter table document add column destroyed_at text',
    ...tables.map((table) => createTable(engine, table)),
    ...indexes,
    ...guards.flatMap((guard) => guarded(engine, guard)),
  ],
  tables: tables.map(({ name }) => name),
}
