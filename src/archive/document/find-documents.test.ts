import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DocumentVersionRow, Storage } from '#storage'
import { eachEngine } from '../../storage/testing.ts'
import { searchable } from '../content/text/searchable.ts'
import { findDocuments } from './find-documents.ts'
import { endDocument, insertDocument, insertText, insertVersion } from './store.ts'
import { pageLength, type SearchDocumentsRequest } from './wire.ts'

const [facilityId, accountId, at] = ['facility-a', 'account-1', '2026-11-22T00:00:00.000Z']

interface Version {
  readonly text: string
  readonly enteredFor: string | null
  readonly isConfirmed: boolean
}
interface Kept {
  readonly kind: string
  readonly patient: string | null
  readonly writtenOn: string
  readonly versions: readonly Version[]
  readonly isDestroyed: boolean
}

// Few characters, so that many documents say the same: Japanese ones, one beyond the first plane, signs of patterns and of query languages.
const characters = fc.constantFrom(...'熱発痛ンｱ𠮷a1%_\\"*-')
const word = (most: number) => fc.string({ unit: characters, minLength: 1, maxLength: most })
const words = (most: number) => fc.array(word(6), { minLength: 1, maxLength: most }).map((all) => all.join(' '))
const patients = fc.constantFrom('000123', '１23', 'A b"')
const kinds = fc.constantFrom('consent', 'referral')
const days = fc.constantFrom('2026-11-20', '2026-10-31', '2026-07-01', '2024-02-29', '2019-04-30', '1988-01-01')
const version = fc.record({
  ...{ text: fc.oneof(words(6).map(searchable), fc.constant('')), isConfirmed: fc.boolean() },
  enteredFor: fc.constantFrom(null, accountId, 'account-2'),
})
const document: fc.Arbitrary<Kept> = fc.record({
  ...{ kind: kinds, patient: fc.option(patients), writtenOn: days },
  ...{ versions: fc.array(version, { minLength: 1, maxLength: 3 }), isDestroyed: fc.nat(9).map((n) => n === 0) },
})
const request: fc.Arbitrary<SearchDocumentsRequest> = fc.record(
  {
    ...{ patient: patients, kind: kinds, words: words(3), from: days, to: days, page: fc.constantFrom(1, 1, 1, 2) },
    state: fc.constantFrom('draft' as const, 'confirmed' as const, 'mine' as const),
  },
  { requiredKeys: ['page'] },
)

const idOf = (index: number) => `d-${index}`

const keepAll = (storage: Storage, documents: readonly Kept[]) =>
  storage.write({ facilityId }, async (change) => {
    for (const [index, { kind, patient, writtenOn, versions, isDestroyed }] of documents.entries()) {
      const own = { facility_id: facilityId, document_id: idOf(index) }
      await insertDocument(change, {
        ...{ ...own, kind, patient, standing: 'copy', title: '', encounter: null, written_on: writtenOn },
        ...{ registered_by: accountId, registered_at: at, destroyed_at: null },
      })
      for (const [before, one] of versions.entries()) {
        const row = versionRow(own.document_id, before + 1, one)
        await insertVersion(change, row)
        await insertText(change, row, one.text)
      }
      if (isDestroyed) await endDocument(change, own.document_id, at)
    }
  })

const versionRow = (documentId: string, version: number, one: Version): DocumentVersionRow => ({
  ...{ facility_id: facilityId, document_id: documentId, version, blob_id: 'blob-1', sha256: '', content_type: 'text' },
  ...{ reason: version === 1 ? null : '訂正', entered_by: 'account-3', entered_for: one.enteredFor, entered_at: at },
  approved_at: one.isConfirmed && one.enteredFor !== null ? at : null,
  ...(one.isConfirmed ? { confirmed_by: accountId, confirmed_at: at } : { confirmed_by: null, confirmed_at: null }),
  ...{ withdrawn_at: null, withdrawn_by: null, withdrawn_reason: null },
})

/** The same by going through all of them. */
function plainly(documents: readonly Kept[], asked: SearchDocumentsRequest): readonly string[] {
  const { patient, kind, from, to, state, page } = asked
  const wanted = asked.words === undefined ? [] : searchable(asked.words).split(' ')
  const isOpen = (one: Version) => !one.isConfirmed
  const isMine = (one: Version) => isOpen(one) && one.enteredFor === accountId
  const stands = {
    ...{ draft: (one: Kept) => one.versions.some(isOpen), confirmed: (one: Kept) => !one.versions.some(isOpen) },
    mine: (one: Kept) => one.versions.some(isMine),
  }
  return documents
    .map((one, index) => ({ ...one, index, texts: one.isDestroyed ? [] : one.versions.map(({ text }) => text) }))
    .filter((one) => patient === undefined || one.patient === patient)
    .filter((one) => kind === undefined || one.kind === kind)
    .filter((one) => (from === undefined || one.writtenOn >= from) && (to === undefined || one.writtenOn <= to))
    .filter((one) => wanted.every((part) => one.texts.some((text) => text.includes(part))))
    .filter((one) => state === undefined || stands[state](one))
    .sort((a, b) => b.writtenOn.localeCompare(a.writtenOn) || b.index - a.index)
    .map(({ index }) => idOf(index))
    .slice((page - 1) * pageLength, page * pageLength + 1)
}

eachEngine('finding documents', (open) => {
  it('finds what a look through all of them finds, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { minLength: 1, maxLength: 70 }),
        fc.array(request, { minLength: 25, maxLength: 25 }),
        async (documents, requests) => {
          const storage = await open()
          const { engine } = storage
          try {
            await keepAll(storage, documents)
            for (const asked of requests) {
              const found = await storage.read({ facilityId }, (db) =>
                findDocuments(db, { engine, facilityId, accountId }, asked),
              )
              const ids = found.map(({ document_id }) => document_id)
              expect({ asked, ids }).toEqual({ asked, ids: plainly(documents, asked) })
            }
          } finally {
            await storage.close()
          }
        },
      ),
      { numRuns: 12 },
    )
  }, 120_000)
})
