import { type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'

const table = 'document_version'

const guards: readonly Guard[] = [
  { name: 'document_version_withdrawn', table, on: 'update', refusedWhen: 'old.withdrawn_at is not null' },
  {
    name: 'document_version_withdrawn_whole',
    table,
    on: 'update',
    refusedWhen:
      '(new.withdrawn_at is null) <> (new.withdrawn_by is null) or (new.withdrawn_at is null) <> (new.withdrawn_reason is null) or (new.withdrawn_at is not null and new.confirmed_at is not null)',
  },
]

/** 取り下げ — a draft that was wrong is withdrawn with its reason; it stays to be read, and another version can follow. */
export const withdrawnDrafts: Migration = {
  name: '0023-withdrawn-drafts',
  statements: (engine) => [
    `alter table ${table} add column withdrawn_at text`,
    `alter table ${table} add column withdrawn_by text`,
    `alter table ${table} add column withdrawn_reason text`,
    ...guards.flatMap((guard) => guarded(engine, guard)),
  ],
  tables: [],
}
