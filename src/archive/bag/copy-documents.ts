import type { Caller } from '#access'
import type { DocumentRow } from '#storage'
import { type Choosing, chosenPage } from '../chosen-documents.ts'
import { scopeOf } from '../ground.ts'
import { addDocument, type Surroundings } from './add-document.ts'
import type { PackageFile } from './format/contents.ts'
import type { BagGround } from './ground.ts'
import type { BagWriter } from './write-bag.ts'

/** Documents that are written down together: one change of the journal. */
const TOGETHER = 100

interface Copying extends Surroundings {
  readonly packageId: string
  readonly choice: Choosing
  /** Called after each document with how many are done. */
  readonly progress: (done: number) => void
}

/** Copies all that was chosen, in the order of their ids. Each is in the journal before the first octet of it is copied. */
export async function copyDocuments(
  ground: BagGround,
  caller: Caller,
  bag: BagWriter,
  { packageId, choice, progress, ...around }: Copying,
): Promise<Pick<PackageFile, 'documents' | 'leftOut'> & { readonly verifierKeys: ReadonlySet<string> }> {
  const verifierKeys = new Set<string>()
  const documents: string[] = []
  let leftOut = 0
  const next = (after?: string) => ground.storage.read(scopeOf(caller), (db) => chosenPage(db, choice, after, TOGETHER))
  for (let page = await next(); page.length > 0; page = await next(documents.at(-1))) {
    await noteDocuments(ground, caller, packageId, page)
    for (const document of page) {
      const packed = await addDocument(ground, bag, document, around)
      for (const { verifierKey } of packed.receipts) verifierKeys.add(verifierKey)
      leftOut += packed.leftOut
      documents.push(document.document_id)
      progress(documents.length)
    }
  }
  return { documents, leftOut, verifierKeys }
}

async function noteDocuments(
  { storage, journal }: BagGround,
  caller: Caller,
  packageId: string,
  page: readonly DocumentRow[],
): Promise<void> {
  await storage.write(scopeOf(caller), async (change) => {
    for (const { document_id } of page) {
      const subject = { kind: 'document', id: document_id }
      const detail = { package: packageId }
      await journal.append(change, { act: 'document.packed', actor: caller.actor, subject, detail })
    }
  })
}
