import { Refusal } from '#shared'
import type { Change, LogReviewRow, Reader } from '#storage'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

/** All reviews, newest first. */
export async function readRows(db: Reader): Promise<readonly LogReviewRow[]> {
  return db.selectFrom('log_review').selectAll().orderBy('number', 'desc').execute()
}

/** The facility is held until the change ends: no number is given twice, and no review corrected twice. */
export async function holdReviews(change: Change): Promise<readonly LogReviewRow[]> {
  const held = await change.db.selectFrom('facility').select('facility_id').forUpdate().executeTakeFirst()
  if (!held) throw new Refusal('not-found', { what: 'facility' })
  return readRows(change.db)
}

export async function insertReview(change: Change, row: LogReviewRow): Promise<void> {
  await change.db.insertInto('log_review').values(row).execute()
}

/** The names people are shown by, for what an account did. */
export async function namesOfAccounts(db: Reader): Promise<(accountId: string) => string> {
  const accounts = await db.selectFrom('account').select(['account_id', 'display_name']).execute()
  const names = new Map(accounts.map(({ account_id, display_name }) => [account_id, display_name]))
  return (accountId) => names.get(accountId) ?? accountId
}

/** The accounts that belong to persons of the registry. */
export async function accountsOfPersons(db: Reader) {
  const accounts = db.selectFrom('account').select(['account_id', 'display_name', 'person_id'])
  const rows = await accounts.where('person_id', 'is not', null).orderBy('account_id').execute()
  return rows.map((row) => ({ accountId: row.account_id, name: row.display_name, personId: row.person_id ?? '' }))
}
