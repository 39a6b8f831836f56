import type { Reader } from '#storage'
import type { VersionWithLength } from '../document/store.ts'

// Queries name no facility: the scope they run in bounds them.

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
