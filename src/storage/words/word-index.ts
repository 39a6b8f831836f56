import type { ScopedQueries } from '../scoped-queries.ts'
import type { Engine, Scope } from '../storage.ts'
import { postgresWords } from './postgres-words.ts'
import { sqliteWords } from './sqlite-words.ts'
import type { IndexedDocument } from './tokens.ts'

export type Run = ScopedQueries['run']

/** 検索の索引 — kept with the document it speaks of, in the same change, by SQL written for the engine. */
export interface WordIndex {
  /** Gives the document its place among all, and enters what it is found by. */
  enter(document: IndexedDocument): Promise<void>
  /** What it is found by has changed; nothing of the former is left in the file. */
  replace(before: IndexedDocument, after: IndexedDocument): Promise<void>
}

/** The engine's statements for one facility. */
export type WordSql = (facilityId: string, run: Run) => WordIndex

const engines: Record<Engine, WordSql> = { sqlite: sqliteWords, postgresql: postgresWords }

export function wordIndexOn(engine: Engine, scope: Scope, run: Run): WordIndex {
  if (scope === 'installation') return ofNobody
  return engines[engine](scope.facilityId, run)
}

const refuse = () => Promise.reject(new TypeError('the installation has no documents: enter a facility'))
const ofNobody: WordIndex = { enter: refuse, replace: refuse }
