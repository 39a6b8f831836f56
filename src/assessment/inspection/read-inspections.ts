import { type Caller, demand, may } from '#access'
import { Refusal } from '#shared'
import type { InspectionFileRow, StoredBlob } from '#storage'
import { type Ground, note, scopeOf } from '../ground.ts'
import { readWords } from '../store.ts'
import { findFile, listFiles } from './store.ts'
import type { InspectionFilesView, InspectionFileView } from './wire.ts'

/** The files that were made, newest first, and whether the reader may make one. */
export async function readInspections(ground: Ground, caller: Caller): Promise<InspectionFilesView> {
  demand(caller, 'inspection.read')
  const { rows, nameOf } = await ground.storage.read(scopeOf(caller), async (db) => ({
    rows: await listFiles(db),
    nameOf: (await readWords(db)).nameOf,
  }))
  return {
    files: rows.map((row) => fileViewOf(row, nameOf)),
    may: { make: may(caller, 'inspection.make'), invite: may(caller, 'inspection.invite') },
  }
}

export type InspectionKind = 'paper' | 'folder'

/** One of them as it was kept: the paper, or the whole folder. Opening it is written down, for persons are named in it. */
export async function openInspection(
  ground: Ground,
  caller: Caller,
  inspectionId: string,
  kind: InspectionKind,
): Promise<StoredBlob & { readonly madeOn: string }> {
  demand(caller, 'inspection.read')
  // The folder holds the registry for machines; whoever came by a link sees what was set to be read.
  if (caller.limited && kind === 'folder') throw new Refusal('not-permitted', { action: 'inspection.read' })
  const row = await ground.storage.read(scopeOf(caller), (db) => findFile(db, inspectionId))
  if (!row) throw new Refusal('not-found', { what: 'inspection-file', inspectionId })
  const blob = await ground.blobs.get(scopeOf(caller), kind === 'paper' ? row.paper_blob_id : row.folder_blob_id)
  const subject = { kind: 'inspection-file', id: inspectionId }
  await ground.storage.write(scopeOf(caller), (change) =>
    note(ground, change, caller, 'inspection.viewed', subject, { detail: { kind } }),
  )
  return { ...blob, madeOn: row.made_on }
}

export function fileViewOf(row: InspectionFileRow, nameOf: (account: string) => string): InspectionFileView {
  return {
    inspectionId: row.inspection_id,
    madeOn: row.made_on,
    madeAt: row.made_at,
    madeBy: nameOf(row.made_by),
    language: row.language === 'en' ? 'en' : 'ja',
    missing: row.missing,
    sha256: row.sha256,
    bytes: row.bytes,
  }
}
