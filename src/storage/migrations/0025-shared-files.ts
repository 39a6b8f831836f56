import { createTable, type TableDefinition } from './define-table.ts'
import type { Migration } from './migration.ts'

/** The facility's key for the names of contents, under its data key. */
const naming: TableDefinition = {
  name: 'blob_naming',
  columns: { facility_id: 'text', wrapped_key: 'bytes', key_id: 'text', created_at: 'text' },
  primaryKey: ['facility_id'],
}

const states = "('whole', 'changed', 'missing', 'repaired')"

const check: TableDefinition = {
  name: 'blob_check',
  columns: {
    facility_id: 'text',
    sha256: 'text',
    checked_at: 'text',
    first_state: 'text',
    second_state: 'text?',
    second_at: 'text?',
  },
  primaryKey: ['facility_id', 'sha256'],
  checks: [
    `first_state in ${states}`,
    `second_state is null or second_state in ${states}`,
    '(second_state is null) = (second_at is null)',
  ],
}

/** 重複排除と保全 — the same content lies once in a facility, and what the last look at each file found is kept. */
export const sharedFiles: Migration = {
  name: '0025-shared-files',
  statements: (engine) => [
    'alter table blob add column content_name text',
    'create index blob_content_name on blob (facility_id, content_name)',
    'create index blob_file on blob (facility_id, sha256)',
    createTable(engine, naming),
    createTable(engine, check),
    'create index blob_check_oldest on blob_check (facility_id, checked_at)',
    // Asked every minute, and nearly always of nobody.
    "create index blob_check_damaged on blob_check (facility_id, sha256) where first_state in ('changed', 'missing')",
  ],
  tables: [naming.name, check.name],
}
