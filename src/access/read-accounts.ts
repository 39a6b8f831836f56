import { Refusal } from '#shared'
import type { Change } from '#storage'
import { viewOf } from './account.ts'
import type { Caller } from './caller.ts'
import type { AccountView } from './contract.ts'
import { type Ground, scopeOf } from './ground.ts'
import { demand } from './permissions.ts'
import { findAccount, listAccounts, listFactors } from './store.ts'

export async function readAccounts(ground: Ground, caller: Caller): Promise<readonly AccountView[]> {
  demand(caller, 'account.read')
  return ground.storage.read(scopeOf(caller.facilityId), async (db) => {
    const factors = await listFactors(db)
    return (await listAccounts(db)).map((account) => viewOf(account, factors))
  })
}

export async function readAccount(ground: Ground, caller: Caller, accountId: string): Promise<AccountView> {
  demand(caller, 'account.read')
  return ground.storage.read(scopeOf(caller.facilityId), async (db) => {
    const account = await findAccount(db, accountId)
    if (!account) throw new Refusal('not-found', { what: 'account' })
    return viewOf(account, await listFactors(db, accountId))
  })
}

/** The account as the change leaves it. */
export async function viewNow(change: Change, accountId: string): Promise<AccountView> {
  const account = await findAccount(change.db, accountId)
  if (!account) throw new Refusal('not-found', { what: 'account' })
  return viewOf(account, await listFactors(change.db, accountId))
}
