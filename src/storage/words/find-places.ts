import { type Expression, type ExpressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Engine, Reader } from '../storage.ts'
import type { DocumentPlaceRow, Relations } from '../tables.ts'
import { dayOfPlace, firstPlaceOf, lastPlaceOf } from './order.ts'
import { postgresNumbers } from './postgres-words.ts'
import { sqliteMatch } from './sqlite-words.ts'
import { type Asked, tokensAsked } from './tokens.ts'
import { type Window, windowsOf } from './windows.ts'

type Places = Relations & { readonly place: DocumentPlaceRow }
type Query = SelectQueryBuilder<Places, 'place', { readonly document_id: string }>

/** Where is looked, by whom, and how far. */
export interface Search {
  readonly engine: Engine
  readonly facilityId: string
  readonly db: Reader
  /** So many of the newest. */
  readonly limit: number
  /** Of these documents alone: fewer than the index would have to go through. */
  readonly among?: readonly string[] | undefined
  /** What else a document must be. */
  readonly also?: ((place: ExpressionBuilder<Places, 'place'>) => Expression<SqlBool>) | undefined
}

/**
 * 文書を探す — the ids of the documents that have all that is asked for, newest first. The index only says which documents are worth a look;
 * each of them is looked at. `facilityId` is the one of the scope that `db` reads in.
 */
export async function findPlaces(search: Search, asked: Asked): Promise<readonly string[]> {
  const { engine, db, among } = search
  const tokens = tokensAsked(asked)
  const places = db.selectFrom('document_place as place') as unknown as Query
  if (among !== undefined)
    return among.length === 0 ? [] : found(search, asked, places.where('document_id', 'in', among))
  if (tokens.size === 0) return found(search, asked, places)
  if (engine === 'postgresql') return foundInTurn(search, asked, tokens)
  const index = db
    .selectFrom('document_search as place')
    .where('place.document_search', 'match', sqliteMatch(tokens)) as unknown as Query
  return found(search, asked, index)
}

async function foundInTurn(search: Search, asked: Asked, tokens: ReadonlySet<string>): Promise<readonly string[]> {
  const ends = await endsOf(search.db)
  if (ends === undefined) return []
  const { from = ends.oldest, to = ends.newest } = asked
  const numbers = postgresNumbers(search.facilityId, tokens)
  const all: string[] = []
  for (const window of windowsOf(later(from, ends.oldest), earlier(to, ends.newest))) {
    const limit = search.limit - all.length
    if (limit > 0)
      all.push(...(await found({ ...search, limit }, { ...asked, ...window }, inWindow(search, numbers, window))))
  }
  return all
}

/** All that stands there, before anything else is asked of it: so that the index is gone along and no row looked at in vain. */
function inWindow({ db, facilityId }: Search, numbers: readonly number[], { times }: Window): Query {
  return db
    .with(
      (name) => name('place').materialized(),
      (inside) =>
        inside
          .selectFrom('document_search')
          .selectAll()
          .where('document_search.words', '@>', arrayOf(numbers))
          .where('document_search.words', '&&', arrayOf(postgresNumbers(facilityId, times))),
    )
    .selectFrom('place') as unknown as Query
}

/** As the server writes an array: a list of values would be read as the operator's several arguments. */
const arrayOf = (numbers: readonly number[]) => `{${numbers.join(',')}}`

async function found(
  { limit, among, also }: Search,
  { kind, patient, words, from, to }: Asked,
  places: Query,
): Promise<readonly string[]> {
  let query = places.select('place.document_id')
  // First, since it costs less than reading what a document says.
  if (also !== undefined) query = query.where(also)
  if (from !== undefined) query = query.where('place.rowid', '>=', wholeNumber(firstPlaceOf(from)))
  if (to !== undefined) query = query.where('place.rowid', '<=', wholeNumber(lastPlaceOf(to)))
  if (kind !== undefined) query = query.where((place) => place.exists(documentWith(place, 'kind', kind)))
  if (patient !== undefined) query = query.where((place) => place.exists(documentWith(place, 'patient', patient)))
  for (const word of words) query = query.where((place) => place.exists(versionSaying(place, word)))
  // A few are looked up and then put in order; along an index of the order all others would be gone through.
  const newest = among === undefined ? sql.ref('place.rowid') : sql`${sql.ref('place.rowid')} + 0`
  const rows = await query.orderBy(newest, 'desc').limit(limit).execute()
  return rows.map(({ document_id }) => document_id)
}

/** SQLite is handed numbers as floating ones, and for those its index of words does not begin at the place but at the newest. */
const wholeNumber = (place: number) => sql<number>`cast(${place} as bigint)`

const documentWith = (place: ExpressionBuilder<Places, 'place'>, column: 'kind' | 'patient', value: string) =>
  place
    .selectFrom('document')
    .select('document.document_id')
    .whereRef('document.document_id', '=', 'place.document_id')
    .where(`document.${column}`, '=', value)

const versionSaying = (place: ExpressionBuilder<Places, 'place'>, word: string) =>
  place
    .selectFrom('document_text')
    .select('document_text.version')
    .whereRef('document_text.document_id', '=', 'place.document_id')
    .where(sql<SqlBool>`${sql.ref('document_text.text')} like ${likeOf(word)} escape ${'\\'}`)

const likeOf = (word: string) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`

async function endsOf(db: Reader) {
  const ends = db.selectFrom('document_place').select('rowid').limit(1)
  const [newest] = await ends.orderBy('rowid', 'desc').execute()
  const [oldest] = await ends.orderBy('rowid').execute()
  if (!newest || !oldest) return undefined
  return { newest: dayOfPlace(newest.rowid), oldest: dayOfPlace(oldest.rowid) }
}

const later = (a: string, b: string) => (a > b ? a : b)
const earlier = (a: string, b: string) => (a < b ? a : b)
