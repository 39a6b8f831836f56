import { createTable, type TableDefinition } from './define-table.ts'
import { type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'

const signature: TableDefinition = {
  name: 'document_signature',
  columns: {
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
  primaryKey: ['facility_id', 'document_id', 'version', 'number'],
  references: [{ columns: ['facility_id', 'document_id', 'version'], table: 'document_version' }],
  checks: ["form in ('within', 'detached')", "(form = 'detached') = (blob_id is not null)", 'number > 0'],
}

const check: TableDefinition = {
  name: 'document_signature_check',
  columns: {
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
  primaryKey: ['facility_id', 'document_id', 'version', 'number', 'check_number'],
  references: [{ columns: ['facility_id', 'document_id', 'version', 'number'], table: 'document_signature' }],
  checks: ["indication in ('TOTAL-PASSED', 'INDETERMINATE', 'TOTAL-FAILED')", 'check_number > 0'],
}

const tables = [signature, check]

// What a signature was found to be on its day is proof of that day: later checks stand beside it and replace nothing.
const guards = tables.flatMap(({ name }): readonly Guard[] => [
  { name: `${name}_stands`, table: name, on: 'update', refusedWhen: 'true' },
  { name: `${name}_stays`, table: name, on: 'delete', refusedWhen: 'true' },
])

/** 文書の電子署名 — which signatures a version carries or has beside it, and what each look at them found. */
export const documentSignatures: Migration = {
  name: '0024-document-signatures',
  statements: (engine) => [
    ...tables.map((table) => createTable(engine, table)),
    ...guards.flatMap((guard) => guarded(engine, guard)),
  ],
  tables: tables.map(({ name }) => name),
}
