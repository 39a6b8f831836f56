import type { Migration } from './migration.ts'

// The state of a log is sealed at every commit, so that not every commit needs a signature. Older rows have none: what they
// hold is signed to the end.
export const logSeal: Migration = {
  name: '0006-log-seal',
  statements: (engine) => [
    `alter table log add column signed_size ${engine === 'sqlite' ? 'integer' : 'bigint'}`,
    `alter table log add column seal ${engine === 'sqlite' ? 'blob' : 'bytea'}`,
  ],
  tables: [],
}
