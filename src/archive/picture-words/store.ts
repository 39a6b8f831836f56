import type { Change, DocumentVersionRow, PictureWordsRow, Reader } from '#storage'

export type Picture = Pick<DocumentVersionRow, 'document_id' | 'version' | 'blob_id'>

/** Versions that wait to be read, along an index of those alone; nobody searches for what was withdrawn or destroyed. */
export async function waitingPictures(db: Reader, limit: number): Promise<readonly Picture[]> {
  return db
    .selectFrom('picture_words as look')
    .innerJoin('document_version as own', (join) =>
      join.onRef('own.document_id', '=', 'look.document_id').onRef('own.version', '=', 'look.version'),
    )
    .innerJoin('document', 'document.document_id', 'look.document_id')
    .select(['own.document_id', 'own.version', 'own.blob_id'])
    .where('look.read_at', 'is', null)
    .where('own.withdrawn_at', 'is', null)
    .where('document.destroyed_at', 'is', null)
    .limit(limit)
    .execute()
}

type Look = Pick<PictureWordsRow, 'read_at' | 'pages' | 'left_out' | 'why'>

export async function keepLook(change: Change, { document_id, version }: Picture, look: Look): Promise<void> {
  const update = change.db.updateTable('picture_words').set(look).where('document_id', '=', document_id)
  await update.where('version', '=', version).execute()
}
