import { createTable, type TableDefinition } from './define-table.ts'
import { type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'

const medium: TableDefinition = {
  name: 'archive_medium',
  columns: {
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
  primaryKey: ['facility_id', 'medium_id'],
  checks: ['number > 0'],
}

const step: TableDefinition = {
  name: 'archive_medium_step',
  columns: {
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
  primaryKey: ['facility_id', 'medium_id', 'number'],
  references: [{ columns: ['facility_id', 'medium_id'], table: 'archive_medium' }],
  checks: ["(step = 'checked') = (result is not null)", 'number > 0'],
}

const tables = [medium, step]

// What went through whose hands is proof: a slip is put right by a further step.
const guards = tables.flatMap(({ name }): readonly Guard[] => [
  { name: `${name}_stands`, table: name, on: 'update', refusedWhen: 'true' },
  { name: `${name}_stays`, table: name, on: 'delete', refusedWhen: 'true' },
])

/** 記録媒体 — where records lie, until when they may be relied upon, and what happened to them. */
export const media: Migration = {
  name: '0030-media',
  statements: (engine) => [
    ...tables.map((table) => createTable(engine, table)),
    'create unique index archive_medium_number on archive_medium (facility_id, number)',
    ...guards.flatMap((guard) => guarded(engine, guard)),
  ],
  tables: tables.map(({ name }) => name),
}
