import type { Migration } from './migration.ts'

/** 電子保存の事実 — what is rare among a million versions is found without going through them all: the assessment asks at each look. */
export const archiveFacts: Migration = {
  name: '0031-archive-facts',
  statements: () => [
    'create index document_version_corrected on document_version (facility_id, document_id) where reason is not null',
    'create index document_version_proxy on document_version (facility_id, document_id) where entered_for is not null',
    'create index document_version_type on document_version (facility_id, content_type)',
  ],
  tables: [],
}
