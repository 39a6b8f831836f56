import { isDeepStrictEqual } from 'node:util'
import type { KeptCheckpoint, Receipt } from '#journal'
import { Refusal } from '#shared'
import type { DocumentRow, DocumentSignatureRow } from '#storage'
import { signatureRows } from '../document/signature/store.ts'
import { type VersionWithLength, versionRows } from '../document/store.ts'
import { carriedActs } from './format/contents.ts'
import type { BagGround } from './ground.ts'

export interface Settled {
  readonly versions: readonly VersionWithLength[]
  readonly signatures: readonly DocumentSignatureRow[]
  readonly receipts: readonly Receipt[]
}

/** Somebody who confirms at the very moment is done after one more look. */
const MOST_LOOKS = 10

/** The rows of a document and its receipts as of one moment: what is confirmed in between would be told by the one and not by the other. */
export async function readSettled(
  { storage, journal }: Pick<BagGround, 'storage' | 'journal'>,
  { facility_id: facilityId, document_id: documentId }: DocumentRow,
  cosigned: readonly KeptCheckpoint[],
): Promise<Settled> {
  const scope = { facilityId }
  const rows = () =>
    storage.read(scope, async (db) => ({
      versions: await versionRows(db, documentId),
      signatures: await signatureRows(db, documentId),
    }))
  const filter = {
    subjectKind: 'document',
    subjectId: documentId,
    act: carriedActs.join(','),
    outcome: 'done' as const,
  }
  let before = await rows()
  for (let look = 0; look < MOST_LOOKS; look++) {
    const receipts = await journal.receipts(scope, filter, cosigned)
    const after = await rows()
    if (isDeepStrictEqual(before, after)) return { ...after, receipts }
    before = after
  }
  throw new Refusal('conflict', { what: 'document', documentId })
}
