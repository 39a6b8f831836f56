import type { Change, DocumentVersionRow, PictureWordsRow, Reader } from '#storage'

/** What can be a picture of paper. */
const types = ['pdf', 'tiff', 'jpeg', 'png']

export type Picture = Pick<DocumentVersionRow, 'document_id' | 'version' | 'blob_id'>

/** Versions in which nobody looked for words yet, oldest first; those withdrawn are not searched for. */
export async function unreadPictures(db: Reader, limit: number): Promise<readonly Picture[]> {
  return db
    .selectFrom('document_version as own')
    .innerJoin('document', 'document.document_id', 'own.document_id')
    .leftJoin('picture_words as look', (join) =>
      join.onRef('look.document_id', '=', 'own.document_id').onRef('look.version', '=', 'own.version'),
    )
    .select(['own.document_id', 'own.version', 'own.blob_id'])
    .where('own.content_type', 'in', types)
    .where('own.withdrawn_at', 'is', null)
    .where('document.destroyed_at', 'is', null)
    .where('look.read_at', 'is', null)
    .orderBy('own.entered_at')
    .orderBy('own.document_id')
    .orderBy('own.version')
    .limit(limit)
    .execute()
}

export async function insertLook(change: Change, row: PictureWordsRow): Promise<void> {
  await change.db.insertInto('picture_words').values(row).execute()
}
