import type { Change, DocumentSignatureCheckRow, DocumentSignatureRow, Reader } from '#storage'

export async function signatureRows(db: Reader, documentId: string): Promise<readonly DocumentSignatureRow[]> {
  const query = db.selectFrom('document_signature').selectAll().where('document_id', '=', documentId)
  return query.orderBy('version').orderBy('number').execute()
}

/** Oldest first. */
export async function checkRows(db: Reader, documentId: string): Promise<readonly DocumentSignatureCheckRow[]> {
  const query = db.selectFrom('document_signature_check').selectAll().where('document_id', '=', documentId)
  return query.orderBy('version').orderBy('number').orderBy('check_number').execute()
}

export async function insertSignature(change: Change, row: DocumentSignatureRow): Promise<void> {
  await change.db.insertInto('document_signature').values(row).execute()
}

export async function insertCheck(change: Change, row: DocumentSignatureCheckRow): Promise<void> {
  await change.db.insertInto('document_signature_check').values(row).execute()
}

/** Every file that the signatures of a document lie in: beside its versions, and the answers about them. */
export async function signatureBlobs(db: Reader, documentId: string): Promise<readonly string[]> {
  const [signatures, checks] = [await signatureRows(db, documentId), await checkRows(db, documentId)]
  return [...signatures.flatMap(({ blob_id }) => blob_id ?? []), ...checks.map(({ answer_blob_id }) => answer_blob_id)]
}
