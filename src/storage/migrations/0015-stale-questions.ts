import type { Migration } from './migration.ts'

/** 古い記録を尋ねる — what the registry held of a fact when it was asked whether that is still so, and since which day. */
export const staleQuestions: Migration = {
  name: '0015-stale-questions',
  statements: (engine) => {
    const type = engine === 'sqlite' ? 'text' : 'text collate "C"'
    return ['held', 'held_on'].map((column) => `alter table sheet_question add column ${column} ${type}`)
  },
  tables: [],
}
