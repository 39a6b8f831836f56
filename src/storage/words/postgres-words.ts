import type { Day } from '#shared'
import { dayNumber, PLACES_OF_A_DAY } from './order.ts'
import { type IndexedDocument, tokensOf } from './tokens.ts'
import type { WordSql } from './word-index.ts'

const place = `insert into document_place (rowid, sequence, facility_id, document_id)
  select $1::bigint * ${PLACES_OF_A_DAY} + free, free, $2, $3 from (select nextval('document_sequence') as free) as next`
const add = `insert into document_search (rowid, facility_id, document_id, words)
  select rowid, facility_id, document_id, $3::integer[] from document_place where facility_id = $1 and document_id = $2`
const change = 'update document_search set words = $3::integer[] where facility_id = $1 and document_id = $2'

/** Its GIN index knows the tokens as numbers, and beside them the month and the year, by which a search goes from the newest to the oldest. */
export const postgresWords: WordSql = (facilityId, run) => {
  const tell = async (sql: string, document: IndexedDocument) => {
    const words = postgresNumbers(facilityId, [...tokensOf(document), ...timesOf(document.writtenOn)])
    await run({ sql, parameters: [facilityId, document.documentId, words] })
  }
  return {
    async enter(document) {
      const { documentId, writtenOn } = document
      await run({ sql: place, parameters: [dayNumber(writtenOn), facilityId, documentId] })
      await tell(add, document)
    },
    replace: (_before, after) => tell(change, after),
  }
}

export const monthToken = (day: Day): string => `month=${day.slice(0, 7)}`
export const yearToken = (day: Day): string => `year=${day.slice(0, 4)}`
const timesOf = (day: Day): readonly string[] => [monthToken(day), yearToken(day)]

/**
 * Each facility has numbers of its own, so that none meets another's documents; and no words can be read in them. Two tokens with one number
 * let a search look at a document more, and find the same.
 */
export const postgresNumbers = (facilityId: string, tokens: Iterable<string>): readonly number[] => {
  const own = mixed(FNV_OFFSET, facilityId)
  return [...new Set(Array.from(tokens, (token) => mixed(own, token)))]
}

// http://www.isthe.com/chongo/tech/comp/fnv/ FNV-1a over the code units, 32 bits.
const FNV_OFFSET = 0x811c9dc5 | 0
const FNV_PRIME = 0x01000193

function mixed(start: number, text: string): number {
  let number = start
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    number = Math.imul(number ^ (unit & 0xff), FNV_PRIME)
    number = Math.imul(number ^ (unit >> 8), FNV_PRIME)
  }
  return number
}
