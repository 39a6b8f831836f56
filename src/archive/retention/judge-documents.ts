import { dayOf, Refusal } from '#shared'
import type { Reader } from '#storage'
import type { KeptDocument } from './documents.ts'
import type { Ground } from './ground.ts'
import { rulesOf } from './rules.ts'
import { holdRows, ruleRows, startRows } from './store.ts'
import { type Judged, judge } from './whether-destroyable.ts'

/** Judges documents by everything that is kept about them now. */
export async function judgeDocuments(
  { clock }: Ground,
  db: Reader,
  documents: readonly KeptDocument[],
  facilityType: string | undefined,
): Promise<readonly Judged[]> {
  const ids = documents.map(({ documentId }) => documentId)
  const rules = rulesOf(await ruleRows(db))
  const starts = Map.groupBy(await startRows(db, ids), ({ document_id }) => document_id)
  const holds = Map.groupBy(await holdRows(db, ids), ({ document_id }) => document_id)
  const today = dayOf(clock.now())
  return documents.map((document) => {
    const { documentId } = document
    return judge(document, {
      ...{ rules, facilityType, today },
      ...{ starts: starts.get(documentId) ?? [], holds: holds.get(documentId) ?? [] },
    })
  })
}

/** All of those named, in that order; refuses where one is not there. */
export async function findAll(
  { documents }: Ground,
  db: Reader,
  documentIds: readonly string[],
): Promise<readonly KeptDocument[]> {
  const found = new Map((await documents.find(db, documentIds)).map((one) => [one.documentId, one]))
  return documentIds.map((documentId) => {
    const one = found.get(documentId)
    if (!one) throw new Refusal('not-found', { what: 'document', documentId })
    return one
  })
}
