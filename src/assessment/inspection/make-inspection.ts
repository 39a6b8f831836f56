import { hash } from 'node:crypto'
import { type Caller, demand } from '#access'
import type { PaperLanguage } from '#paper'
import { writeFacilityWorkbook } from '#registry'
import type { InspectionFileRow } from '#storage'
import { editionOf, note, scopeOf, writerOf } from '../ground.ts'
import { previousOf, reportFor } from '../report-for.ts'
import { readWords } from '../store.ts'
import type { Step } from './contract.ts'
import { gatherInspection } from './gather.ts'
import { writeParts } from './kept-parts.ts'
import { type InspectionGround, loadMaterial } from './load-material.ts'
import { type PackedFile, pack, sumsOf } from './pack.ts'
import { printInspection } from './print-inspection.ts'
import { fileViewOf } from './read-inspections.ts'
import { insertFile } from './store.ts'
import type { InspectionFileView } from './wire.ts'
import { wordsOf } from './words/words.ts'

/** A hospital's folder is a few megabytes; what is larger than this was made of something else. */
const FOLDER_BYTES_MAX = 256 * 1024 * 1024

export interface MadeInspection {
  readonly view: InspectionFileView
  /** 「立入検査ファイル-2026-11-23」. */
  readonly folder: string
  readonly files: readonly PackedFile[]
}

/**
 * 立入検査ファイルを作る — gathers what is there, says what is not, prints and packs it, and keeps a copy of exactly what
 * was made. `begin` hears of each step before it is taken.
 */
export async function makeInspection(
  ground: InspectionGround,
  caller: Caller,
  language: PaperLanguage,
  begin: (step: Step) => void,
): Promise<MadeInspection> {
  demand(caller, 'inspection.make')
  const { material, assessment } = await loadMaterial(ground, caller, language, begin)
  const { facility, on, presented, snapshots, journal } = material
  const words = wordsOf(language)
  const { nameOf } = await ground.storage.read(scopeOf(caller), readWords)
  const createdBy = nameOf(writerOf(caller))
  begin('paper')
  const file = gatherInspection(material)
  const report = reportFor({
    edition: editionOf(ground),
    facility,
    presented,
    createdBy,
    previous: previousOf(snapshots[0]),
  })
  const paper = await printInspection(file, material, report)
  begin('workbook')
  const at = ground.clock.now()
  const workbook = await writeFacilityWorkbook(facility, at)
  begin('pack')
  const content: readonly PackedFile[] = [
    { name: words.files.paper, bytes: paper },
    { name: words.files.registry, bytes: workbook },
    { name: words.files.assessment, bytes: textOf(JSON.stringify(assessment, undefined, 2)) },
    { name: words.files.journal, bytes: textOf(JSON.stringify(journal, undefined, 2)) },
    { name: words.files.readMe, bytes: textOf(words.readMe(on, facility.profile.name)) },
  ]
  const files = [...content, sumsOf(content)]
  const folder = words.folder(on)
  const packed = await pack(folder, files, at)
  begin('keep')
  const row = {
    made_on: on,
    made_at: at,
    language,
    missing: file.parts.reduce((sum, { missing }) => sum + missing.length, 0),
  }
  const kept = await keep(ground, caller, row, { paper, packed, parts: writeParts(file, language) })
  return { view: fileViewOf(kept, nameOf), folder, files }
}

type Facts = Pick<InspectionFileRow, 'made_on' | 'made_at' | 'language' | 'missing'>

/** The paper, the folder and the parts first, then the row that names them with its journal entry. */
async function keep(
  ground: InspectionGround,
  caller: Caller,
  facts: Facts,
  { paper, packed, parts }: Readonly<Record<'paper' | 'packed' | 'parts', Uint8Array>>,
): Promise<InspectionFileRow> {
  const scope = scopeOf(caller)
  const put = (bytes: Uint8Array, mediaType: string) =>
    ground.blobs.put(scope, bytes, { mediaType, maxBytes: FOLDER_BYTES_MAX })
  const paperBlob = await put(paper, 'application/pdf')
  const folderBlob = await put(packed, 'application/zip')
  const partsBlob = await put(parts, 'application/json')
  const row: InspectionFileRow = {
    ...facts,
    facility_id: caller.facilityId,
    inspection_id: ground.newId(),
    made_by: writerOf(caller),
    sha256: hash('sha256', packed),
    bytes: packed.length,
    paper_blob_id: paperBlob.blob_id,
    folder_blob_id: folderBlob.blob_id,
    parts_blob_id: partsBlob.blob_id,
  }
  await ground.storage.write(scope, async (change) => {
    await ground.blobs.keep(change, paperBlob)
    await ground.blobs.keep(change, folderBlob)
    await ground.blobs.keep(change, partsBlob)
    await insertFile(change, row)
    await note(
      ground,
      change,
      caller,
      'inspection.made',
      { kind: 'inspection-file', id: row.inspection_id },
      {
        detail: { madeOn: row.made_on, missing: row.missing, sha256: row.sha256 },
        blobs: [paperBlob, folderBlob, partsBlob].map(({ sha256, length }) => ({ sha256, length })),
      },
    )
  })
  return row
}

const textOf = (text: string): Uint8Array => Buffer.from(text, 'utf8')
