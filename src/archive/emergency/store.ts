import type { DocumentRow, Reader } from '#storage'
import type { VersionWithLength } from '../document/store.ts'
import type { Choice } from './format/contents.ts'

// Queries name no facility: the scope they run in bounds them. Nothing destroyed is chosen.

const chosen = (db: Reader, choice: Choice) => {
  const all = db.selectFrom('document').where('document.destroyed_at', 'is', null)
  switch (choice.kind) {
    case 'all':
      return all
    case 'patients':
      return all.where('document.patient', 'in', [...choice.patients])
    case 'days':
      // Written long ago and entered yesterday is what the ward looks for today.
      return all.where(({ or, eb }) =>
        or([eb('document.written_on', '>=', choice.from), eb('document.registered_at', '>=', choice.from)]),
      )
  }
}

export async function countChosen(db: Reader, choice: Choice): Promise<number> {
  const counted = chosen(db, choice).select(({ fn }) => fn.countAll<number>().as('count'))
  return Number((await counted.executeTakeFirstOrThrow()).count)
}

/** In the order of their ids, after the one named. */
export async function chosenPage(
  db: Reader,
  choice: Choice,
  after: string | undefined,
  limit: number,
): Promise<readonly DocumentRow[]> {
  const rows = chosen(db, choice).selectAll('document').orderBy('document.document_id').limit(limit)
  return (after === undefined ? rows : rows.where('document.document_id', '>', after)).execute()
}

/** Oldest first. */
export async function versionsOf(
  db: Reader,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly VersionWithLength[]>> {
  if (documentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('document_version')
    .innerJoin('blob', 'blob.blob_id', 'document_version.blob_id')
    .selectAll('document_version')
    .select('blob.length')
    .where('document_version.document_id', 'in', documentIds)
    .orderBy('document_version.version')
    .execute()
  return Map.groupBy(rows, ({ document_id }) => document_id)
}

/** What the version says, in the writing of the search; empty where it says nothing. */
export async function wordsOf(db: Reader, documentId: string, version: number): Promise<string> {
  const row = await db
    .selectFrom('document_text')
    .select('document_text.text')
    .where('document_text.document_id', '=', documentId)
    .where('document_text.version', '=', version)
    .executeTakeFirst()
  return row?.text ?? ''
}
