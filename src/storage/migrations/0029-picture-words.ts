import type { Engine } from '../storage.ts'
import { createTable, type TableDefinition } from './define-table.ts'
import { type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'

const look: TableDefinition = {
  name: 'picture_words',
  columns: {
    facility_id: 'text',
    document_id: 'text',
    version: 'integer',
    read_at: 'text?',
    pages: 'integer',
    left_out: 'integer',
    why: 'text?',
  },
  primaryKey: ['facility_id', 'document_id', 'version'],
  references: [{ columns: ['facility_id', 'document_id', 'version'], table: 'document_version' }],
  checks: ['pages >= 0', 'left_out >= 0'],
}

const guards: readonly Guard[] = [
  { name: 'picture_words_once', table: look.name, on: 'update', refusedWhen: 'old.read_at is not null' },
  { name: 'picture_words_stays', table: look.name, on: 'delete', refusedWhen: 'true' },
]

const versions = 'document_version'
/** Whoever owns the table meets every facility's rows while the rule does not bind them. */
const forOwner = (engine: Engine, force: 'force' | 'no force'): readonly string[] =>
  engine === 'postgresql' ? [`alter table ${versions} ${force} row level security`] : []

/** 画像の文字 — the versions in which words are looked for, each once; those that are here already wait first. */
export const pictureWords: Migration = {
  name: '0029-picture-words',
  statements: (engine) => [
    createTable(engine, look),
    'create index picture_words_waiting on picture_words (facility_id, read_at) where read_at is null',
    ...forOwner(engine, 'no force'),
    `insert into ${look.name} (facility_id, document_id, version, read_at, pages, left_out, why)
  select facility_id, document_id, version, null, 0, 0, null from ${versions}
  where content_type in ('pdf', 'tiff', 'jpeg', 'png')`,
    ...forOwner(engine, 'force'),
    ...guards.flatMap((guard) => guarded(engine, guard)),
  ],
  tables: [look.name],
}
