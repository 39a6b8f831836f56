import { type Instant, Refusal } from '#shared'
import type { Change } from '#storage'
import { type Account, isOver, LINK_LOGIN, viewOf } from './account.ts'
import type { Caller } from './caller.ts'
import type { AccountView } from './contract.ts'
import { type Ground, scopeOf } from './ground.ts'
import { demand } from './permissions.ts'
import { findAccount, listAccounts, listFactors } from './store.ts'

/** Who can come in, and who could. An account whose link has ended is nobody any more; what it did is in the journal. */
export async function readAccounts(ground: Ground, caller: Caller): Promise<readonly AccountView[]> {
  demand(caller, 'account.read')
  return ground.storage.read(scopeOf(caller.facilityId), async (db) => {
    const factors = await listFactors(db)
    const now = ground.clock.now()
    const accounts = (await listAccounts(db)).filter((account) => !isEndedLink(account, now))
    return accounts.map((account) => viewOf(account, factors))
  })
}

const isEndedLink = (account: Account, now: Instant) =>
  account.loginName.startsWith(LINK_LOGIN) && (account.state === 'disabled' || isOver(account, now))

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
