import type { Day } from '#shared'
import type { DocumentRow, Reader } from '#storage'

/** 選び方 — which documents are written out. */
export type Choosing =
  | { readonly kind: 'all' }
  | { readonly kind: 'patients'; readonly patients: readonly string[] }
  | { readonly kind: 'documents'; readonly documents: readonly string[] }
  | { readonly kind: 'days'; readonly from: Day }

// Queries name no facility: the scope they run in bounds them. Nothing destroyed is chosen.

const chosen = (db: Reader, choice: Choosing) => {
  const all = db.selectFrom('document').where('document.destroyed_at', 'is', null)
  switch (choice.kind) {
    case 'all':
      return all
    case 'patients':
      return all.where('document.patient', 'in', [...choice.patients])
    case 'documents':
      return all.where('document.document_id', 'in', [...choice.documents])
    case 'days':
      // Written long ago and entered yesterday is what the ward looks for today.
      return all.where(({ or, eb }) =>
        or([eb('document.written_on', '>=', choice.from), eb('document.registered_at', '>=', choice.from)]),
      )
  }
}

export async function countChosen(db: Reader, choice: Choosing): Promise<number> {
  const counted = chosen(db, choice).select(({ fn }) => fn.countAll<number>().as('count'))
  return Number((await counted.executeTakeFirstOrThrow()).count)
}

/** In the order of their ids, after the one named. */
export async function chosenPage(
  db: Reader,
  choice: Choosing,
  after: string | undefined,
  limit: number,
): Promise<readonly DocumentRow[]> {
  const rows = chosen(db, choice).selectAll('document').orderBy('document.document_id').limit(limit)
  return (after === undefined ? rows : rows.where('document.document_id', '>', after)).execute()
}
