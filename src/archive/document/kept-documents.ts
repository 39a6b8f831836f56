import { dayOf } from '#shared'
import type { Blobs, DocumentRow, Reader, Storage } from '#storage'
import type { Documents, KeptDocument } from '../retention/documents.ts'
import type { Standing } from '../retention/duty.ts'
import { signatureBlobs } from './signature/store.ts'
import { documentPage, documentRows, endDocument, versionRows } from './store.ts'

interface Below {
  readonly storage: Storage
  readonly blobs: Pick<Blobs, 'destroy' | 'sweep'>
}

/** The documents as keeping sees them: all versions of one stand and fall together. */
export function keptDocuments({ storage, blobs }: Below): Documents {
  return {
    find: async (db, documentIds) => (await documentRows(db, documentIds)).map(keptOf),
    page: async (db, after, limit) => (await documentPage(db, after, limit)).map(keptOf),
    async destroy(change, documentId, at) {
      for (const blobId of await blobsOf(change.db, documentId)) await blobs.destroy(change, blobId)
      await endDocument(change, documentId, at)
    },
    async sweep(scope, documentIds) {
      for (const documentId of documentIds) {
        const all = await storage.read(scope, (db) => blobsOf(db, documentId))
        for (const blobId of all) await blobs.sweep(scope, blobId)
      }
    },
  }
}

/** The contents of all versions, their signatures, and what was found of these. */
const blobsOf = async (db: Reader, documentId: string): Promise<readonly string[]> => [
  ...(await versionRows(db, documentId)).map(({ blob_id }) => blob_id),
  ...(await signatureBlobs(db, documentId)),
]

function keptOf({ document_id, kind, standing, title, registered_at, destroyed_at }: DocumentRow): KeptDocument {
  return {
    ...{ documentId: document_id, kind, standing: standing as Standing, title },
    ...{ storedOn: dayOf(registered_at), destroyedAt: destroyed_at },
  }
}
