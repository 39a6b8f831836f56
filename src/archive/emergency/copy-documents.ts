import type { Caller } from '#access'
import { chosenPage } from '../chosen-documents.ts'
import { scopeOf } from '../ground.ts'
import { addDocument, type Chosen } from './add-document.ts'
import { versionFor } from './choose-version.ts'
import type { Choice, LeftOut } from './format/contents.ts'
import type { EmergencyGround } from './ground.ts'
import { noteDocuments } from './note-export.ts'
import { versionsOf } from './store.ts'
import type { ChunkWriter } from './write-chunks.ts'

/** Documents that are written down together: one change of the journal. */
const TOGETHER = 100
/** More would make a list that nobody reads; their number is told. */
const LEFT_OUT_LISTED = 1_000

interface Copying {
  readonly choice: Choice
  readonly packageId: string
  readonly writer: ChunkWriter
  /** Called after each document with how many are done. */
  readonly progress: (done: number) => void
}

/** Copies all that was chosen, in the order of their ids; how many were left out, and the first of them. */
export async function copyDocuments(
  ground: EmergencyGround,
  caller: Caller,
  { choice, packageId, writer, progress }: Copying,
): Promise<{ readonly leftOut: number; readonly leftOutList: readonly LeftOut[] }> {
  const leftOutList: LeftOut[] = []
  let [leftOut, done] = [0, 0]
  let page = await nextPage(ground, caller, choice, undefined)
  while (page !== undefined) {
    await noteDocuments(ground, caller, packageId, page.chosen)
    for (const one of page.chosen) {
      const without = await addDocument(ground, writer, one)
      if (without) leftOut += 1
      if (without && leftOutList.length < LEFT_OUT_LISTED) leftOutList.push(without)
      done += 1
      progress(done)
    }
    page = await nextPage(ground, caller, choice, page.last)
  }
  return { leftOut, leftOutList }
}

async function nextPage({ storage }: EmergencyGround, caller: Caller, choice: Choice, after: string | undefined) {
  return storage.read(scopeOf(caller), async (db) => {
    const documents = await chosenPage(db, choice, after, TOGETHER)
    const last = documents.at(-1)?.document_id
    if (last === undefined) return undefined
    const ids = documents.map(({ document_id }) => document_id)
    const versions = await versionsOf(db, ids)
    const chosen = documents.flatMap((document): readonly Chosen[] => {
      const version = versionFor(versions.get(document.document_id) ?? [])
      return version ? [{ document, ...version }] : []
    })
    return { chosen, last }
  })
}
