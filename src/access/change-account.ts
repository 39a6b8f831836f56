import { Refusal } from '#shared'
import type { Change } from '#storage'
import { type Account, canSignIn, LINK_LOGIN } from './account.ts'
import type { Caller } from './caller.ts'
import type { AccountVersionRequest, AccountView, ChangeAccountRequest } from './contract.ts'
import { type Ground, scopeOf } from './ground.ts'
import { demand } from './permissions.ts'
import { viewNow } from './read-accounts.ts'
import { deleteCodes, holdAccounts, revokeSessions, saveAccount } from './store.ts'
import type { Act } from './words.ts'

/** Changes what is said of an account, or suspends it and lets it in again; all or nothing, at the version seen. */
export async function changeAccount(
  ground: Ground,
  caller: Caller,
  { accountId, version, ...wanted }: ChangeAccountRequest,
): Promise<AccountView> {
  demand(caller, 'account.manage')
  return ground.storage.write(scopeOf(caller.facilityId), async (change) => {
    const { account, others } = await holdVersion(change, accountId, version)
    if (others.some((other) => other.loginName === wanted.loginName)) {
      throw new Refusal('already-exists', { what: 'loginName' })
    }
    refuseMore(account, wanted)
    const after = changed(account, wanted)
    if (!isAdministrator(after)) demandAdministrator(account, others)
    await saveAccount(change, { ...after, version: version + 1 })
    await noteChanges(ground, change, caller, account, after)
    return viewNow(change, accountId)
  })
}

/** Ends every session of the account and lets nobody in any more; its history stays. */
export function disableAccount(ground: Ground, caller: Caller, request: AccountVersionRequest): Promise<AccountView> {
  return changeAccount(ground, caller, { ...request, state: 'disabled' })
}

export function enableAccount(ground: Ground, caller: Caller, request: AccountVersionRequest): Promise<AccountView> {
  return changeAccount(ground, caller, { ...request, state: 'active' })
}

/** An account of a link may be suspended, and nothing else: what it may do belongs to the link. */
function refuseMore({ loginName }: Account, { state, ...more }: Wanted): void {
  const asked = Object.values(more).some((value) => value !== undefined) || state === 'active'
  if (loginName.startsWith(LINK_LOGIN) && asked) throw new Refusal('not-permitted', { reason: 'link-account' })
}

type Wanted = Omit<ChangeAccountRequest, 'accountId' | 'version'>

/** The account as it is to be. Only a suspension ends by `active`: an invitation ends when a password is chosen. */
function changed(account: Account, { loginName, displayName, personId, roles, state }: Wanted): Account {
  const unsuspended = account.passwordHash === undefined ? 'invited' : 'active'
  return {
    ...account,
    loginName: loginName ?? account.loginName,
    displayName: displayName ?? account.displayName,
    personId: personId === undefined ? account.personId : (personId ?? undefined),
    roles: roles ?? account.roles,
    state:
      state === 'disabled' ? state : account.state === 'disabled' && state === 'active' ? unsuspended : account.state,
  }
}

async function noteChanges(
  ground: Ground,
  change: Change,
  caller: Caller,
  before: Account,
  after: Account,
): Promise<void> {
  const [was, is] = [factsOf(before), factsOf(after)]
  if (JSON.stringify(was) !== JSON.stringify(is)) {
    await note(ground, change, caller, 'account.changed', before.id, { before: was, after: is })
  }
  if (before.state === after.state) return
  if (after.state !== 'disabled') return note(ground, change, caller, 'account.enabled', before.id, {})
  await deleteCodes(change, before.id)
  const sessions = await revokeSessions(change, before.id, ground.clock.now())
  await note(ground, change, caller, 'account.disabled', before.id, { sessions })
}

function factsOf({ loginName, displayName, personId, roles }: Account) {
  return { loginName, displayName, personId, roles }
}

/** The account at the version that was on the screen, and all others, held until the change ends. */
async function holdVersion(change: Change, accountId: string, version: number) {
  const all = await holdAccounts(change)
  const account = all.find((each) => each.id === accountId)
  if (!account) throw new Refusal('not-found', { what: 'account' })
  if (account.version !== version) throw new Refusal('conflict', { current: await viewNow(change, accountId) })
  return { account, others: all.filter((each) => each !== account) }
}

function isAdministrator(account: Account): boolean {
  return account.roles.includes('administrator') && account.state !== 'disabled'
}

/** Somebody has to be left who can manage accounts, and who can sign in to do it. */
function demandAdministrator(leaving: Account, others: readonly Account[]): void {
  if (!isAdministrator(leaving)) return
  if (!others.some((other) => isAdministrator(other) && canSignIn(other))) {
    throw new Refusal('not-permitted', { action: 'account.manage', reason: 'last-administrator' })
  }
}

async function note(
  ground: Ground,
  change: Change,
  { actor }: Caller,
  act: Act,
  accountId: string,
  detail: NonNullable<Parameters<Ground['journal']['append']>[1]['detail']>,
): Promise<void> {
  await ground.journal.append(change, { act, actor, subject: { kind: 'account', id: accountId }, detail })
}
