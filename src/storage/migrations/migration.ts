import type { Engine } from '../storage.ts'

/** One step of the schema. Its name is for ever; a step that has been released is never edited, only followed. */
export interface Migration {
  readonly name: string
  readonly statements: (engine: Engine) => readonly string[]
  /** Tables that the step makes; on PostgreSQL each gets row-level security and the application's rights. */
  readonly tables: readonly string[]
}
