import type { Engine } from '../storage.ts'
import type { PlainSql } from './index.ts'

/** One step of the schema. Its name is for ever; a step that has been released is never edited, only followed. */
export interface Migration {
  readonly name: string
  readonly statements: (engine: Engine) => readonly string[]
  /** What no statement can work out from the rows that are there; runs after the statements. */
  readonly fill?: (sql: PlainSql, engine: Engine) => Promise<void>
  /** Tables that the step makes; on PostgreSQL each gets row-level security and the application's rights. */
  readonly tables: readonly string[]
}
