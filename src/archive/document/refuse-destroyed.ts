import { Refusal } from '#shared'
import type { DocumentRow } from '#storage'

/** Of a destroyed document nothing is shown and nothing follows. */
export function refuseDestroyed(document: DocumentRow | undefined, documentId: string): DocumentRow {
  if (!document) throw new Refusal('not-found', { what: 'document', documentId })
  const { destroyed_at: at } = document
  if (at !== null) throw new Refusal('not-found', { reason: 'document-destroyed', documentId, at })
  return document
}
