import type { Engine } from '../storage.ts'
import { createTable, type TableDefinition } from './define-table.ts'
import type { Migration } from './migration.ts'
import { applicationRole } from './row-security.ts'

const text: TableDefinition = {
  name: 'document_text',
  columns: { number: 'integer', facility_id: 'text', document_id: 'text', version: 'integer', text: 'text' },
  // The only key without a facility: the index of SQLite knows a row by one number that stays.
  primaryKey: ['number'],
  references: [{ columns: ['facility_id', 'document_id', 'version'], table: 'document_version' }],
  wideRows: true,
}

const columns = 'facility_id, document_id, version, text'

/**
 * https://www.sqlite.org/fts5.html#the_trigram_tokenizer: LIKE goes along the index. What is deleted leaves nothing in it
 * (secure-delete), as the rest of the file leaves nothing either.
 */
const sqlite = [
  `create virtual table document_search using fts5(
  facility_id unindexed, document_id unindexed, version unindexed, text,
  content='document_text', content_rowid='number', tokenize='trigram', detail='none')`,
  "insert into document_search (document_search, rank) values ('secure-delete', 1)",
  `create trigger document_text_added after insert on document_text begin
  insert into document_search (rowid, ${columns}) values (new.number, ${prefixed('new')});
end`,
  `create trigger document_text_removed after delete on document_text begin
  insert into document_search (document_search, rowid, ${columns}) values ('delete', old.number, ${prefixed('old')});
end`,
]

/**
 * pg_trgm where the server has it and lets us: https://www.postgresql.org/docs/15/pgtrgm.html. Without it the same is found, only more
 * slowly. The view has the rights of whoever reads it, so that row-level security holds.
 */
const postgresql = [
  'alter table document_text alter column number add generated always as identity',
  `create view document_search with (security_invoker = true) as select ${columns} from document_text`,
  `grant select on document_search to ${applicationRole}`,
  `do $index$ begin
  create extension if not exists pg_trgm;
  execute (select format('create index document_text_words on document_text using gin (text %s.gin_trgm_ops)', extnamespace::regnamespace)
    from pg_extension where extname = 'pg_trgm');
exception when insufficient_privilege or feature_not_supported or undefined_file then null;
end $index$`,
]

const statements: Readonly<Record<Engine, readonly string[]>> = { sqlite, postgresql }

/** Whoever owns the table meets every facility's rows while the rule does not bind them. */
const forOwner = (engine: Engine, force: 'force' | 'no force'): readonly string[] =>
  engine === 'postgresql' ? [`alter table document ${force} row level security`] : []

function prefixed(row: 'new' | 'old'): string {
  return columns.replaceAll(/\w+/g, `${row}.$&`)
}

/** 検索用の文字列 — what the versions say, and an index of it. */
export const documentText: Migration = {
  name: '0021-document-text',
  statements: (engine) => [
    createTable(engine, text),
    'create unique index document_text_version on document_text (facility_id, document_id, version)',
    ...statements[engine],
    // Titles were searched by themselves; now they stand before the words of the first version.
    ...forOwner(engine, 'no force'),
    `insert into document_text (${columns}) select facility_id, document_id, 1, words from document`,
    ...forOwner(engine, 'force'),
    'alter table document drop column words',
  ],
  tables: [text.name],
}
