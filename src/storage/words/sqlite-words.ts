import { dayNumber, PLACES_OF_A_DAY } from './order.ts'
import { type IndexedDocument, tokensOf } from './tokens.ts'
import type { WordSql } from './word-index.ts'

// The writer of the file is alone and sees the documents of all facilities.
const place = `insert into document_place (rowid, sequence, facility_id, document_id)
  select ? * ${PLACES_OF_A_DAY} + free, free, ?, ? from (select coalesce(max(sequence), 0) + 1 as free from document_place)`
const placeOf = 'select rowid from document_place where facility_id = ? and document_id = ?'
const add = 'insert into document_search (rowid, facility_id, document_id, words) values (?, ?, ?, ?)'
// https://www.sqlite.org/fts5.html#external_content_tables: what goes is named by the very words that came.
const remove = `insert into document_search (document_search, rowid, facility_id, document_id, words)
  values ('delete', ?, ?, ?, ?)`

/** https://www.sqlite.org/fts5.html: its index gives what stands under all tokens in the order of the places, and stops when it is enough. */
export const sqliteWords: WordSql = (facilityId, run) => {
  const numberOf = async (documentId: string) => {
    const { rows } = await run<{ readonly rowid: number }>({ sql: placeOf, parameters: [facilityId, documentId] })
    const [row] = rows
    if (!row) throw new TypeError(`no place for document ${documentId}`)
    return row.rowid
  }
  const tell = async (sql: string, number: number, document: IndexedDocument) =>
    run({ sql, parameters: [number, facilityId, document.documentId, sqliteWordsOf(tokensOf(document))] })
  return {
    async enter(document) {
      const { documentId, writtenOn } = document
      await run({ sql: place, parameters: [dayNumber(writtenOn), facilityId, documentId] })
      await tell(add, await numberOf(documentId), document)
    },
    async replace(before, after) {
      const number = await numberOf(before.documentId)
      await tell(remove, number, before)
      await tell(add, number, after)
    },
  }
}

export const sqliteWordsOf = (tokens: ReadonlySet<string>): string => [...tokens].map(asWord).join(' ')

/** All of them must be there. */
export const sqliteMatch = (tokens: ReadonlySet<string>): string =>
  [...tokens].map((token) => `"${asWord(token)}"`).join(' AND ')

const BEHIND_ASCII = 0xfee0

/** The tokenizer `ascii` parts words at spaces and signs of ASCII and at nothing else: so they move to where it takes them for letters. */
const asWord = (token: string): string =>
  token.replaceAll(/[\0-\x7f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + BEHIND_ASCII))
