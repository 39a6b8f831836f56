import { createTable, type TableDefinition } from './define-table.ts'
import { type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'
import { securedByFacility } from './row-security.ts'

const task: TableDefinition = {
  name: 'task',
  columns: {
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
  primaryKey: ['facility_id', 'task_id'],
  checks: [
    "state in ('open', 'doing', 'done', 'dropped')",
    "(closed_at is not null) = (state in ('done', 'dropped'))",
    '(about_kind is null) = (about_id is null)',
    'cost >= 0',
  ],
  wideRows: true,
}

const source: TableDefinition = {
  name: 'task_source',
  columns: { facility_id: 'text', room: 'text', kind: 'text', source_id: 'text', task_id: 'text' },
  primaryKey: ['facility_id', 'room', 'kind', 'source_id', 'task_id'],
}

const taskNote: TableDefinition = {
  name: 'task_note',
  columns: {
    facility_id: 'text',
    task_id: 'text',
    number: 'integer',
    state: 'text?',
    words: 'text',
    written_by: 'text',
    written_at: 'text',
  },
  primaryKey: ['facility_id', 'task_id', 'number'],
  wideRows: true,
}

const decision: TableDefinition = {
  name: 'task_decision',
  columns: {
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
  primaryKey: ['facility_id', 'task_id', 'number'],
  // Either the director decided here, or somebody entered what a person of the registry had signed on paper.
  checks: ["outcome in ('approved', 'sent-back', 'refused')", '(decided_by is null) <> (person_id is null)'],
  wideRows: true,
}

/** What was said and what was decided stands as it was written. */
const stands = (table: string): readonly Guard[] => [
  { name: `${table}_stands`, table, on: 'update', refusedWhen: 'true' },
  { name: `${table}_stays`, table, on: 'delete', refusedWhen: 'true' },
]

const written = [taskNote, decision]

// The rights of the application are narrowed after they were given, so these tables are secured here.
const withinRights = written.flatMap(({ name }) => [
  ...securedByFacility(name),
  `revoke update, delete on ${name} from omamori_application`,
])

export const tasks: Migration = {
  name: '0005-tasks',
  statements: (engine) => [
    ...[task, source, taskNote, decision].map((table) => createTable(engine, table)),
    'create index task_source_of on task_source (facility_id, task_id)',
    ...written.flatMap(({ name }) => stands(name)).flatMap((guard) => guarded(engine, guard)),
    ...(engine === 'postgresql' ? withinRights : []),
  ],
  tables: [task.name, source.name],
}
