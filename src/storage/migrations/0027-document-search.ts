import type { Engine } from '../storage.ts'
import { type Run, wordIndexOn } from '../words/word-index.ts'
import { createTable, type TableDefinition } from './define-table.ts'
import type { PlainSql } from './index.ts'
import type { Migration } from './migration.ts'
import { applicationRole, facilitySetting } from './row-security.ts'

const place: TableDefinition = {
  name: 'document_place',
  columns: { rowid: 'integer', facility_id: 'text', sequence: 'integer', document_id: 'text' },
  // A key without a facility: the index of SQLite knows a row by one number that stays.
  primaryKey: ['rowid'],
  references: [{ columns: ['facility_id', 'document_id'], table: 'document' }],
  wideRows: true,
}

/** The index of three letters goes, with what kept it. */
const former: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: ['drop trigger document_text_added', 'drop trigger document_text_removed', 'drop table document_search'],
  postgresql: ['drop view document_search', 'drop index if exists document_text_words'],
}

/**
 * SQLite: https://www.sqlite.org/fts5.html without positions, over tokens that we make; what is read of a row comes from its place. What is taken
 * out leaves nothing in the file.
 * PostgreSQL: a row's rule is asked before any operator that might tell of rows, and `@>` is one of those, so that no index would be used under row-level
 * security (https://www.postgresql.org/docs/15/ddl-rowsecurity.html). So this table has none: it holds ids, and numbers that differ from facility to
 * facility; whatever is found is looked at once more in tables that have it.
 */
const index: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: [
    `create view document_place_read as select rowid as place, facility_id, document_id, '' as words from document_place`,
    `create virtual table document_search using fts5(facility_id unindexed, document_id unindexed, words,
  content='document_place_read', content_rowid='place', tokenize='ascii', detail='none', columnsize=0)`,
    "insert into document_search (document_search, rank) values ('secure-delete', 1)",
  ],
  postgresql: [
    'create sequence document_sequence',
    `grant usage on sequence document_sequence to ${applicationRole}`,
    `create table document_search (rowid bigint primary key, facility_id text collate "C" not null,
  document_id text collate "C" not null, words integer[] not null)`,
    'create unique index document_search_document on document_search (facility_id, document_id)',
    // What waits to be sorted in is gone through by every search: so it is little.
    'create index document_search_words on document_search using gin (words) with (gin_pending_list_limit = 256)',
    `grant select, insert, update, delete on document_search to ${applicationRole}`,
  ],
}

/** Whoever owns the table meets every facility's rows while the rule does not bind them. */
const forOwner = (engine: Engine, force: 'force' | 'no force'): readonly string[] =>
  engine === 'postgresql' ? [`alter table document ${force} row level security`] : []

const documentsThere = `select facility_id, document_id, written_on, kind, patient from document
  order by registered_at, facility_id, document_id`
const textsThere: Readonly<Record<Engine, string>> = {
  sqlite: 'select text from document_text where facility_id = ? and document_id = ? order by version',
  postgresql: 'select text from document_text where facility_id = $1 and document_id = $2 order by version',
}

async function enterAll(sql: PlainSql, engine: Engine): Promise<void> {
  for (const row of await sql.run(documentsThere)) {
    const [facilityId, documentId] = [String(row.facility_id), String(row.document_id)]
    if (engine === 'postgresql') await sql.run('select set_config($1, $2, true)', [facilitySetting, facilityId])
    const texts = (await sql.run(textsThere[engine], [facilityId, documentId])).map(({ text }) => String(text))
    const patient = row.patient === null ? null : String(row.patient)
    const document = { documentId, writtenOn: String(row.written_on), kind: String(row.kind), patient, texts }
    await wordIndexOn(engine, { facilityId }, runOn(sql)).enter(document)
  }
  if (engine === 'postgresql') await sql.run('select set_config($1, $2, true)', [facilitySetting, ''])
}

const runOn =
  (sql: PlainSql): Run =>
  async ({ sql: text, parameters }) => ({ rows: (await sql.run(text, parameters as readonly string[])) as never[] })

/** 全文検索の索引 — every document in its place, and under every run of one, two and three letters. */
export const documentSearch: Migration = {
  name: '0027-document-search',
  statements: (engine) => [
    ...former[engine],
    createTable(engine, place),
    'create unique index document_place_document on document_place (facility_id, document_id)',
    'create unique index document_place_sequence on document_place (sequence)',
    'create index document_place_newest on document_place (facility_id, rowid)',
    'create index document_version_draft on document_version (facility_id, confirmed_at, document_id) where confirmed_at is null',
    ...index[engine],
    ...forOwner(engine, 'no force'),
  ],
  async fill(sql, engine) {
    await enterAll(sql, engine)
    for (const statement of forOwner(engine, 'force')) await sql.run(statement)
  },
  tables: [place.name],
}
