import { buffer } from 'node:stream/consumers'
import { type Caller, demand } from '#access'
import { previewApart } from '../content/apart/preview-apart.ts'
import type { Preview } from '../content/preview/preview.ts'
import { scopeOf } from '../ground.ts'
import type { DocumentGround } from './ground.ts'
import { recordView, versionAt } from './read-documents.ts'
import { refuseDestroyed } from './refuse-destroyed.ts'
import { documentRow } from './store.ts'

/** As sharp as a printed page on a screen. */
const longestSide = 1_600

/** 版のプレビュー — a page of a version as it looks. It is a look like any other, which the journal tells first; what cannot be shown was not seen. */
export async function previewVersion(
  ground: DocumentGround,
  caller: Caller,
  documentId: string,
  version: number,
  page: number,
): Promise<Preview> {
  demand(caller, 'document.read')
  const scope = scopeOf(caller)
  const row = await ground.storage.read(scope, async (db) => {
    refuseDestroyed(await documentRow(db, documentId), documentId)
    return versionAt(db, documentId, version)
  })
  const { content } = await ground.blobs.get(scope, row.blob_id)
  const preview = await previewApart(await buffer(content), { name: '', page, longestSide })
  if (preview.kind !== 'none') await recordView(ground, caller, documentId, version)
  return preview
}
