import { createTable, type TableDefinition } from './define-table.ts'
import type { Migration } from './migration.ts'

const answers: TableDefinition = {
  name: 'checklist_answer',
  columns: {
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
  primaryKey: ['facility_id', 'checklist', 'sheet', 'supplier_id', 'item_id', 'round'],
  // What the paper would not take, no mistake of ours can keep: a no has a target day, a yes has none.
  checks: [
    "answer in ('yes', 'no')",
    "(answer = 'no') = (target_on is not null)",
    "(sheet = 'supplier') = (supplier_id <> '')",
  ],
}

export const checklists: Migration = {
  name: '0003-checklists',
  statements: (engine) => [createTable(engine, answers)],
  tables: [answers.name],
}
