import type { Generated } from 'kysely'

/** 検索用の文字列 — the words of a version, in one writing; before those of the first the title. It goes with the version that is destroyed. */
export interface DocumentTextRow {
  /** The database gives it. */
  readonly number: Generated<number>
  readonly facility_id: string
  readonly document_id: string
  readonly version: number
  readonly text: string
}

/** 文書の並び — where a document stands among all: by the day it was written, and within a day by the order of intake. */
export interface DocumentPlaceRow {
  /** Newer ones have greater numbers; what an index of SQLite knows a row by. */
  readonly rowid: number
  readonly facility_id: string
  /** The order of intake; the database gives it. */
  readonly sequence: number
  readonly document_id: string
}

/** 全文検索の索引 — under which tokens a document stands. Only read; what is asked of it `findPlaces` knows for each engine. */
export interface DocumentSearchRow {
  /** Of its place. */
  readonly rowid: number
  readonly facility_id: string
  readonly document_id: string
  /** SQLite: the column that a whole index is asked by. */
  readonly document_search: string
  /** PostgreSQL: the tokens as numbers, `{1,2,3}`. */
  readonly words: string
}

/** 画像の文字 — a look for words in one version; it is looked at once. */
export interface PictureWordsRow {
  readonly facility_id: string
  readonly document_id: string
  readonly version: number
  /** Null while it waits. */
  readonly read_at: string | null
  /** Pages in which words were read; 0: it has words of its own, or none. */
  readonly pages: number
  /** Pages beyond what is read of one file. */
  readonly left_out: number
  /** Why nothing was read, where something stood against it. */
  readonly why: string | null
}
