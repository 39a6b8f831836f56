import { dayOf } from '#shared'
import type { Blobs, DocumentRow, Storage } from '#storage'
import type { Documents, KeptDocument } from '../retention/documents.ts'
import type { Standing } from '../retention/duty.ts'
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
      for (const { blob_id } of await versionRows(change.db, documentId)) await blobs.destroy(change, blob_id)
      await endDocument(change, documentId, at)
    },
    async sweep(scope, documentIds) {
      for (const documentId of documentIds) {
        const versions = await storage.read(scope, (db) => versionRows(db, documentId))
        for (const { blob_id } of versions) await blobs.sweep(scope, blob_id)
      }
    },
  }
}

function keptOf({ document_id, kind, standing, title, registered_at, destroyed_at }: DocumentRow): KeptDocument {
  return {
    ...{ documentId: document_id, kind, standing: standing as Standing, title },
    ...{ storedOn: dayOf(registered_at), destroyedAt: destroyed_at },
  }
}
