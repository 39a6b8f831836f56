import type { Change, Reader, RecordKeeperRow, RetentionRuleRow } from '#storage'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

/** Oldest first: the last about a target stands. */
export async function ruleRows(db: Reader): Promise<readonly RetentionRuleRow[]> {
  return db.selectFrom('retention_rule').selectAll().orderBy('number').execute()
}

export async function insertRule(change: Change, row: RetentionRuleRow): Promise<void> {
  await change.db.insertInto('retention_rule').values(row).execute()
}

/** Oldest first. */
export async function keeperRows(db: Reader): Promise<readonly RecordKeeperRow[]> {
  return db.selectFrom('record_keeper').selectAll().orderBy('number').execute()
}

export async function insertKeeper(change: Change, row: RecordKeeperRow): Promise<void> {
  await change.db.insertInto('record_keeper').values(row).execute()
}

/** The names people are shown by, for what an account did. */
export async function namesOfAccounts(db: Reader): Promise<(accountId: string) => string> {
  const accounts = await db.selectFrom('account').select(['account_id', 'display_name']).execute()
  const names = new Map(accounts.map(({ account_id, display_name }) => [account_id, display_name]))
  return (accountId) => names.get(accountId) ?? accountId
}
