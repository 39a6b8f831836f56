import { Refusal } from '#shared'
import type { DocumentRow } from '#storage'
import type { ContentType } from '../content/content.ts'
import type { VersionWithLength } from '../document/store.ts'
import type { LeftOut, PackageDocument } from './format/contents.ts'
import type { EmergencyGround } from './ground.ts'
import { isPreviewed, showDocument } from './show-document.ts'
import { wordsOf } from './store.ts'
import type { ChunkWriter } from './write-chunks.ts'

export interface Chosen {
  readonly document: DocumentRow
  readonly row: VersionWithLength
  readonly newerWaits: boolean
}

/** Copies one document onto the tape. A content that cannot be read any more is left out and said, and the rest goes on. */
export async function addDocument(
  { storage, blobs }: Pick<EmergencyGround, 'storage' | 'blobs'>,
  writer: ChunkWriter,
  { document, row, newerWaits }: Chosen,
): Promise<LeftOut | undefined> {
  const scope = { facilityId: document.facility_id }
  const type = row.content_type as ContentType
  const start = writer.position()
  const held: Uint8Array[] = []
  let read: Awaited<ReturnType<typeof blobs.get>>
  try {
    read = await blobs.get(scope, row.blob_id)
  } catch (error) {
    return leftOut(document, error)
  }
  const pieces = read.content[Symbol.asyncIterator]()
  for (;;) {
    // Only the reading may fail for the document alone; what cannot be written ends everything.
    const next = await pieces.next().catch((error: unknown) => leftOut(document, error))
    if ('why' in next) return next
    if (next.done) break
    await writer.write(next.value)
    if (isPreviewed(type, read.length)) held.push(next.value)
  }
  const bytes = isPreviewed(type, read.length) ? Buffer.concat(held) : null
  const shown = await showDocument(type, bytes, writer.write)
  const words = await storage.read(scope, (db) => wordsOf(db, document.document_id, row.version))
  await writer.add(
    { ...headOf(document, row), newerWaits, name: read.name ?? '', file: [start, row.length], shown },
    words,
  )
  return undefined
}

const headOf = (
  document: DocumentRow,
  row: VersionWithLength,
): Omit<PackageDocument, 'newerWaits' | 'name' | 'file' | 'shown'> => ({
  ...{ documentId: document.document_id, version: row.version, kind: document.kind, standing: document.standing },
  ...{ title: document.title, writtenOn: document.written_on, type: row.content_type, sha256: row.sha256 },
  ...(document.patient !== null && { patient: document.patient }),
  ...(document.encounter !== null && { encounter: document.encounter }),
  ...(row.confirmed_at !== null && { confirmedAt: row.confirmed_at }),
})

/** Damaged, or destroyed while the package was being made; anything else is not the document's. */
function leftOut({ document_id, title }: DocumentRow, error: unknown): LeftOut {
  if (!(error instanceof Refusal) || (error.code !== 'corrupt' && error.code !== 'not-found')) throw error
  return { documentId: document_id, title, why: error.code === 'corrupt' ? 'corrupt' : 'destroyed' }
}
