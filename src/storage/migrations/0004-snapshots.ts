import { createTable, type TableDefinition } from './define-table.ts'
import { changed, type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'
import { securedByFacility } from './row-security.ts'

const snapshot: TableDefinition = {
  name: 'snapshot',
  columns: {
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
  primaryKey: ['facility_id', 'snapshot_id'],
  checks: ['(approved_by is null) = (approved_at is null)', 'number > 0'],
  wideRows: true,
}

const approval = ['approved_by', 'approved_at']
const content = Object.keys(snapshot.columns).filter((column) => !approval.includes(column))

// 点検の記録 stands as it was taken; all that may be added is one approval.
const guards: readonly Guard[] = [
  {
    name: 'snapshot_stands',
    table: 'snapshot',
    on: 'update',
    refusedWhen: `old.approved_at is not null or ${changed(content)}`,
  },
  { name: 'snapshot_stays', table: 'snapshot', on: 'delete', refusedWhen: 'true' },
]

// The rights of the application are narrowed after they were given, so the table is secured here.
const withinRights = [
  ...securedByFacility(snapshot.name),
  `revoke update, delete on ${snapshot.name} from omamori_application`,
  `grant update (${approval.join(', ')}) on ${snapshot.name} to omamori_application`,
]

export const snapshots: Migration = {
  name: '0004-snapshots',
  statements: (engine) => [
    createTable(engine, snapshot),
    'create unique index snapshot_number on snapshot (facility_id, fiscal_year, number)',
    'create index snapshot_taken on snapshot (facility_id, taken_at)',
    ...guards.flatMap((guard) => guarded(engine, guard)),
    ...(engine === 'postgresql' ? withinRights : []),
  ],
  tables: [],
}
