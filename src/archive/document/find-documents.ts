import { type DocumentRow, type Engine, findPlaces, type Reader, type Search } from '#storage'
import { searchable } from '../content/text/searchable.ts'
import { openVersions, versionsOf, waitingFor } from './store.ts'
import { pageLength, type SearchDocumentsRequest } from './wire.ts'

export interface FoundDocument extends DocumentRow {
  readonly confirmed: number
  readonly withdrawn: number
  readonly versions: number
}

export interface Asker {
  readonly engine: Engine
  readonly facilityId: string
  readonly accountId: string
}

/** Up to so many open drafts are looked at one by one; of more, each document found is asked whether it has one. */
const FEW_DRAFTS = 1000

/** One page and one row more, newest documents first. */
export async function findDocuments(
  db: Reader,
  asker: Asker,
  { patient, kind, words, from, to, state, page }: SearchDocumentsRequest,
): Promise<readonly FoundDocument[]> {
  const { engine, facilityId, accountId } = asker
  const asked = {
    patient,
    kind,
    from,
    to,
    words: searchable(words ?? '')
      .split(' ')
      .filter(Boolean),
  }
  const limit = page * pageLength + 1
  const among = state === undefined || state === 'confirmed' ? undefined : await drafts(db, state, accountId)
  const few = among !== undefined && among.length <= FEW_DRAFTS ? among : undefined
  const also = state === undefined || few !== undefined ? undefined : stands(state, accountId)
  const ids = await findPlaces({ engine, facilityId, db, limit, among: few, also }, asked)
  return inOrder(db, ids.slice((page - 1) * pageLength))
}

type State = NonNullable<SearchDocumentsRequest['state']>

/** The documents with a version that is open, or one that waits for the account's approval; of more than a few, some. */
async function drafts(db: Reader, state: 'draft' | 'mine', accountId: string): Promise<readonly string[]> {
  const query = state === 'draft' ? openVersions(db) : waitingFor(db, accountId)
  const rows = await query.limit(FEW_DRAFTS + 1).execute()
  return rows.map(({ document_id }) => document_id)
}

const stands =
  (state: State, accountId: string): NonNullable<Search['also']> =>
  (place) => {
    const own = place
      .selectFrom('document_version')
      .select('document_version.version')
      .whereRef('document_version.document_id', '=', 'place.document_id')
    const confirmed = own.where('document_version.confirmed_at', 'is not', null)
    const open = own
      .where('document_version.confirmed_at', 'is', null)
      .where('document_version.withdrawn_at', 'is', null)
    if (state === 'draft') return place.exists(open)
    // One whose only version was withdrawn is neither a draft nor confirmed.
    if (state === 'confirmed') return place.and([place.exists(confirmed), place.not(place.exists(open))])
    const mine = open.where('document_version.entered_for', '=', accountId)
    return place.exists(mine.where('document_version.approved_at', 'is', null))
  }

async function inOrder(db: Reader, ids: readonly string[]): Promise<readonly FoundDocument[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('document')
    .selectAll('document')
    .select((own) => [
      versionsOf(own, 'version').as('versions'),
      versionsOf(own, 'confirmed_at').as('confirmed'),
      versionsOf(own, 'withdrawn_at').as('withdrawn'),
    ])
    .where('document.document_id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.document_id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
