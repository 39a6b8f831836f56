import { createTable, type TableDefinition } from './define-table.ts'
import { type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'

const keeper: TableDefinition = {
  name: 'record_keeper',
  columns: {
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
  primaryKey: ['facility_id', 'keeper_id'],
  checks: ["event in ('closure', 'succession', 'move')", 'number > 0', 'until_on is null or until_on >= on_day'],
}

// Whoever looks for the records years later reads every step of where they went.
const guards: readonly Guard[] = [
  { name: 'record_keeper_stands', table: keeper.name, on: 'update', refusedWhen: 'true' },
  { name: 'record_keeper_stays', table: keeper.name, on: 'delete', refusedWhen: 'true' },
]

/** 保存の引き継ぎ — who keeps the documents when the facility closes, is taken over or moves, and until when. */
export const recordKeepers: Migration = {
  name: '0019-record-keepers',
  statements: (engine) => [
    createTable(engine, keeper),
    'create unique index record_keeper_number on record_keeper (facility_id, number)',
    ...guards.flatMap((guard) => guarded(engine, guard)),
  ],
  tables: [keeper.name],
}
