import type { Migration } from './migration.ts'

/** 電子保存の事実 — what is rare among a million versions is found without going through them all: the assessment asks at each look. */
export const archiveFacts: Migration = {
  name: '0031-archive-facts',
  // Without statistics SQLite goes along a partial index only for a range: so each of them is asked for by one.
  statements: () => [
    'create index document_version_corrected on document_version (facility_id, version) where version > 1',
    "create index document_version_proxy on document_version (facility_id, entered_for) where entered_for > ''",
    "create index document_version_risk on document_version (facility_id, content_type) where content_type in ('old-office', 'unknown')",
  ],
  tables: [],
}
