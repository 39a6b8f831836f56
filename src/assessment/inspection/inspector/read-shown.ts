import { buffer } from 'node:stream/consumers'
import type { Caller } from '#access'
import { Refusal } from '#shared'
import { note, scopeOf } from '../../ground.ts'
import { readParts } from '../kept-parts.ts'
import { findFile, listFiles } from '../store.ts'
import type { InspectionPartView } from '../wire.ts'
import type { InspectorGround } from './ground.ts'
import { linkOf } from './links.ts'
import type { ShownFilesView, ShownPartsView } from './wire.ts'

/** What the inspector who came by a link is shown: the files that were kept, and how much each of them lacks. */
export async function readShownFiles(ground: InspectorGround, caller: Caller): Promise<ShownFilesView> {
  const link = await linkOf(ground, caller)
  const { profile, sample = false } = await ground.registry.loadFacility(scopeOf(caller))
  const rows = await ground.storage.read(scopeOf(caller), listFiles)
  return {
    ...{ facility: profile.name, sample, inspector: link.inspector_name, organisation: link.organisation },
    lastDay: link.last_day,
    files: rows.map((row) => ({ inspectionId: row.inspection_id, madeOn: row.made_on, missing: row.missing })),
  }
}

/** The index of one file: its parts, and how much each of them lacks. */
export async function readShownParts(
  ground: InspectorGround,
  caller: Caller,
  inspectionId: string,
): Promise<ShownPartsView> {
  await linkOf(ground, caller)
  const parts = await partsOf(ground, caller, inspectionId)
  return { parts: parts.map(({ id, number, title, missing }) => ({ id, number, title, missing: missing.length })) }
}

/** 閲覧記録 — one part as it was made. That it was opened is written down before it is shown. */
export async function openShownPart(
  ground: InspectorGround,
  caller: Caller,
  inspectionId: string,
  partId: string,
): Promise<InspectionPartView> {
  await linkOf(ground, caller)
  const part = (await partsOf(ground, caller, inspectionId)).find(({ id }) => id === partId)
  if (!part) throw new Refusal('not-found', { what: 'inspection-part', inspectionId })
  const subject = { kind: 'inspection-file', id: inspectionId }
  await ground.storage.write(scopeOf(caller), (change) =>
    note(ground, change, caller, 'inspection.viewed', subject, { detail: { kind: 'part', part: part.id } }),
  )
  return part
}

async function partsOf(
  ground: InspectorGround,
  caller: Caller,
  inspectionId: string,
): Promise<readonly InspectionPartView[]> {
  const row = await ground.storage.read(scopeOf(caller), (db) => findFile(db, inspectionId))
  if (!row) throw new Refusal('not-found', { what: 'inspection-file', inspectionId })
  if (row.parts_blob_id === null) return []
  const { content } = await ground.blobs.get(scopeOf(caller), row.parts_blob_id)
  return readParts(await buffer(content))
}
