import type { Reader } from '#storage'

/** The names people are shown by, for what an account did. */
export async function namesOfAccounts(db: Reader): Promise<(accountId: string) => string> {
  const accounts = await db.selectFrom('account').select(['account_id', 'display_name']).execute()
  const names = new Map(accounts.map(({ account_id, display_name }) => [account_id, display_name]))
  return (accountId) => names.get(accountId) ?? accountId
}
