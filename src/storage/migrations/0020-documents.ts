import { createTable, type TableDefinition } from './define-table.ts'
import { changed, type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'

const document: TableDefinition = {
  name: 'document',
  columns: {
    facility_id: 'text',
    document_id: 'text',
    kind: 'text',
    standing: 'text',
    title: 'text',
    words: 'text',
    patient: 'text?',
    encounter: 'text?',
    written_on: 'text',
    registered_by: 'text',
    registered_at: 'text',
  },
  primaryKey: ['facility_id', 'document_id'],
  checks: ["standing in ('original', 'copy', 'emergency')"],
}

const version: TableDefinition = {
  name: 'document_version',
  columns: {
    facility_id: 'text',
    document_id: 'text',
    version: 'integer',
    blob_id: 'text',
    sha256: 'text',
    content_type: 'text',
    reason: 'text?',
    entered_by: 'text',
    entered_for: 'text?',
    entered_at: 'text',
    approved_at: 'text?',
    confirmed_by: 'text?',
    confirmed_at: 'text?',
  },
  primaryKey: ['facility_id', 'document_id', 'version'],
  references: [{ columns: ['facility_id', 'document_id'], table: 'document' }],
  checks: [
    'version > 0',
    '(version = 1) = (reason is null)',
    '(confirmed_by is null) = (confirmed_at is null)',
    'entered_for is not null or approved_at is null',
    // 代行入力: never confirmed before the person for whom it was entered approved it, and never by whoever entered it.
    'entered_for is null or confirmed_by is null or (approved_at is not null and confirmed_by <> entered_by)',
  ],
}

const view: TableDefinition = {
  name: 'document_view',
  columns: {
    facility_id: 'text',
    document_id: 'text',
    version: 'integer',
    account_id: 'text',
    viewed_at: 'text',
  },
  primaryKey: ['facility_id', 'document_id', 'version', 'account_id'],
  references: [{ columns: ['facility_id', 'document_id', 'version'], table: 'document_version' }],
}

const moving = ['approved_at', 'confirmed_by', 'confirmed_at']
const content = changed(Object.keys(version.columns).filter((column) => !moving.includes(column)))

// Nothing is deleted by a mistake of ours: destruction has its own migration, and its own two persons.
const guards: readonly Guard[] = [
  { name: 'document_version_stands', table: version.name, on: 'update', refusedWhen: content },
  {
    name: 'document_version_confirmed',
    table: version.name,
    on: 'update',
    refusedWhen: 'old.confirmed_at is not null',
  },
  { name: 'document_version_stays', table: version.name, on: 'delete', refusedWhen: 'true' },
  { name: 'document_stays', table: document.name, on: 'delete', refusedWhen: 'true' },
  { name: 'document_view_stands', table: view.name, on: 'update', refusedWhen: 'true' },
  { name: 'document_view_stays', table: view.name, on: 'delete', refusedWhen: 'true' },
]

/** 文書と版 — what is kept, who wrote it, who confirmed it, who saw it. */
export const documents: Migration = {
  name: '0020-documents',
  statements: (engine) => [
    ...[document, version, view].map((table) => createTable(engine, table)),
    'create index document_by_patient on document (facility_id, patient, written_on)',
    'create index document_by_time on document (facility_id, registered_at, document_id)',
    ...guards.flatMap((guard) => guarded(engine, guard)),
  ],
  tables: [document.name, version.name, view.name],
}
