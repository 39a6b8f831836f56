import type { Change, Reader, RetentionRuleRow } from '#storage'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

/** Oldest first: the last about a target stands. */
export async function ruleRows(db: Reader): Promise<readonly RetentionRuleRow[]> {
  return db.selectFrom('retention_rule').selectAll().orderBy('number').execute()
}

export async function insertRule(change: Change, row: RetentionRuleRow): Promise<void> {
  await change.db.insertInto('retention_rule').values(row).execute()
}

/** The names people are shown by, for what an account did. */
export async function namesOfAccounts(db: Reader): Promise<(accountId: string) => string> {
  const accounts = await db.selectFrom('account').select(['account_id', 'display_name']).execute()
  const names = new Map(accounts.map(({ account_id, display_name }) => [account_id, display_name]))
  return (accountId) => names.get(accountId) ?? accountId
}
