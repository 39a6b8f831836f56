import { createTable, type TableDefinition } from './define-table.ts'
import { type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'

const rule: TableDefinition = {
  name: 'retention_rule',
  columns: {
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
  primaryKey: ['facility_id', 'rule_id'],
  checks: ["about in ('law', 'kind', 'standing')", 'years > 0', 'number > 0'],
}

// What was decided stays readable: a document destroyed under an older rule was destroyed rightly.
const guards: readonly Guard[] = [
  { name: 'retention_rule_stands', table: rule.name, on: 'update', refusedWhen: 'true' },
  { name: 'retention_rule_stays', table: rule.name, on: 'delete', refusedWhen: 'true' },
]

/** 施設の定め — how long the facility keeps what no law speaks of, and what it corrected in the table of the laws. */
export const retentionRules: Migration = {
  name: '0018-retention-rules',
  statements: (engine) => [
    createTable(engine, rule),
    'create unique index retention_rule_number on retention_rule (facility_id, number)',
    ...guards.flatMap((guard) => guarded(engine, guard)),
  ],
  tables: [rule.name],
}
