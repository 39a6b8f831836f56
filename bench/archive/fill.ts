import type { Storage } from '#storage'
import { dayOfNumber, kinds, numbersFrom, PATIENTS, pageOf, vocabulary } from './corpus.ts'
import { scope } from './ground.ts'

const ONE_CHANGE = 500
const at = '2026-11-23T00:00:00.000Z'

/**
 * So many documents of one page in the database, without the files that they name, and without entries in the journal: what a search
 * goes through. One in a thousand is still a draft.
 */
export async function fill(storage: Storage, count: number): Promise<void> {
  const [words, random] = [vocabulary(), numbersFrom(2)]
  for (let from = 0; from < count; from += ONE_CHANGE) {
    const some = Array.from({ length: Math.min(ONE_CHANGE, count - from) }, (_, i) => {
      const number = from + i
      const kind = kinds[Math.floor(random() * kinds.length)] ?? kinds[0]
      const patient = String(Math.floor(random() * PATIENTS)).padStart(6, '0')
      const text = pageOf(words, random)
      return {
        number,
        kind,
        patient,
        text,
        writtenOn: dayOfNumber(number, count, random),
        documentId: `document-${number}`,
      }
    })
    await storage.write(scope, async (change) => {
      const own = (documentId: string) => ({ facility_id: scope.facilityId, document_id: documentId })
      const documents = some.map(({ documentId, kind, patient, writtenOn }) => ({
        ...{ ...own(documentId), kind, patient, standing: 'original', title: '記録', encounter: null },
        ...{ written_on: writtenOn, registered_by: 'account-1', registered_at: at, destroyed_at: null },
      }))
      const versions = some.map(({ documentId, number }) => ({
        ...{
          ...own(documentId),
          version: 1,
          blob_id: `blob-${number}`,
          sha256: '',
          content_type: 'text',
          reason: null,
        },
        ...{ entered_by: 'account-1', entered_for: null, entered_at: at, approved_at: null },
        ...(number % 1000 === 0
          ? { confirmed_by: null, confirmed_at: null }
          : { confirmed_by: 'account-1', confirmed_at: at }),
      }))
      const texts = some.map(({ documentId, text }) => ({ ...own(documentId), version: 1, text }))
      await change.db.insertInto('document').values(documents).execute()
      await change.db.insertInto('document_version').values(versions).execute()
      await change.db.insertInto('document_text').values(texts).execute()
      for (const { text, ...document } of some) await change.words.enter({ ...document, texts: [text] })
    })
  }
}
