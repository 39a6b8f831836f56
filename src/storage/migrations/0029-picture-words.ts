import { createTable, type TableDefinition } from './define-table.ts'
import { type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'

const look: TableDefinition = {
  name: 'picture_words',
  columns: {
    facility_id: 'text',
    document_id: 'text',
    version: 'integer',
    read_at: 'text',
    pages: 'integer',
    left_out: 'integer',
    why: 'text?',
  },
  primaryKey: ['facility_id', 'document_id', 'version'],
  references: [{ columns: ['facility_id', 'document_id', 'version'], table: 'document_version' }],
  checks: ['pages >= 0', 'left_out >= 0'],
}

const guards: readonly Guard[] = [
  { name: 'picture_words_stands', table: look.name, on: 'update', refusedWhen: 'true' },
  { name: 'picture_words_stays', table: look.name, on: 'delete', refusedWhen: 'true' },
]

/** 画像の文字 — in which versions words were looked for, so that each picture is read once. */
export const pictureWords: Migration = {
  name: '0029-picture-words',
  statements: (engine) => [createTable(engine, look), ...guards.flatMap((guard) => guarded(engine, guard))],
  tables: [look.name],
}
