import type { Updateable } from 'kysely'
import { Refusal } from '#shared'
import type { AccountRow, Change } from '#storage'
import { type Account, canSignIn, viewOf } from './account.ts'
import type { Caller } from './caller.ts'
import type {
  AccountVersionRequest,
  AccountView,
  ChangeAccountRequest,
  CreateAccountRequest,
  IssuedCode,
  ResetAccountRequest,
} from './contract.ts'
import { type Ground, scopeOf } from './ground.ts'
import { newAccountRow } from './new-account.ts'
import { type CodePurpose, drawCode, expiryOf } from './one-time-code.ts'
import { demand } from './permissions.ts'
import { newId } from './random.ts'
import {
  deleteCodes,
  findAccount,
  holdAccounts,
  insertAccount,
  insertCode,
  listAccounts,
  listFactors,
  revokeSessions,
  updateAccount,
} from './store.ts'
import type { Act } from './words.ts'

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

/** Makes an account and the code with which its person chooses a password; nobody else ever knows one. */
export async function createAccount(
  ground: Ground,
  caller: Caller,
  request: CreateAccountRequest,
): Promise<{ readonly account: AccountView; readonly invitation: IssuedCode }> {
  demand(caller, 'account.manage')
  return ground.storage.write(scopeOf(caller.facilityId), async (change) => {
    const accountId = newId(ground.randomBytes)
    const row = newAccountRow(caller.facilityId, accountId, request, ground.clock.now())
    if (!(await insertAccount(change, row))) throw nameTaken()
    const { loginName, displayName, roles, personId } = request
    await note(ground, change, caller, 'account.created', accountId, { loginName, displayName, roles, personId })
    const invitation = await issueCode(ground, change, caller, accountId, 'invitation')
    return { account: await viewNow(change, accountId), invitation }
  })
}

/** Changes what is said of an account, or suspends it and lets it in again; all or nothing, at the version seen. */
export async function changeAccount(
  ground: Ground,
  caller: Caller,
  { accountId, version, ...wanted }: ChangeAccountRequest,
): Promise<AccountView> {
  demand(caller, 'account.manage')
  return ground.storage.write(scopeOf(caller.facilityId), async (change) => {
    const { account, others } = await holdVersion(change, accountId, version)
    if (others.some((other) => other.loginName === wanted.loginName)) throw nameTaken()
    const after = changed(account, wanted)
    if (!isAdministrator(after)) demandAdministrator(account, others)
    await updateAccount(change, accountId, { ...columnsOf(after), version: version + 1 })
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

function columnsOf({ loginName, displayName, personId, roles, state }: Account): Updateable<AccountRow> {
  const facts = { login_name: loginName, display_name: displayName, person_id: personId ?? null, state }
  return { ...facts, roles: JSON.stringify(roles) }
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

/**
 * 再登録 — a code with which the person chooses a new password. How it was made sure that it is the person goes to the
 * journal: 6.5 C-14 (2) of guideline 5.2 asks for a ledger of just that. Codes handed out before become worthless.
 */
export async function resetAccount(ground: Ground, caller: Caller, request: ResetAccountRequest): Promise<IssuedCode> {
  demand(caller, 'account.manage')
  const { accountId, identityCheckedBy, removeFactors } = request
  return ground.storage.write(scopeOf(caller.facilityId), async (change) => {
    const account = (await holdAccounts(change)).find((each) => each.id === accountId)
    if (!account || account.state === 'disabled') throw new Refusal('not-found', { what: 'account' })
    await deleteCodes(change, accountId)
    const purpose = account.state === 'invited' ? 'invitation' : removeFactors ? 'recovery' : 'reset'
    return issueCode(ground, change, caller, accountId, purpose, identityCheckedBy)
  })
}

async function issueCode(
  ground: Ground,
  change: Change,
  caller: Caller,
  accountId: string,
  purpose: CodePurpose,
  identityCheckedBy?: string,
): Promise<IssuedCode> {
  const { shown, hash } = drawCode(ground.randomBytes, purpose)
  const expiresAt = expiryOf(purpose, ground.clock.now())
  const row = { facility_id: caller.facilityId, code_hash: hash, purpose, account_id: accountId, used_at: null }
  await insertCode(change, { ...row, expires_at: expiresAt })
  const act = purpose === 'invitation' ? 'account.invited' : 'account.reset'
  await note(ground, change, caller, act, accountId, { identityCheckedBy, purpose, expiresAt })
  return { code: shown, expiresAt }
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

function nameTaken(): Refusal {
  return new Refusal('already-exists', { what: 'loginName' })
}

async function viewNow(change: Change, accountId: string): Promise<AccountView> {
  const account = await findAccount(change.db, accountId)
  if (!account) throw new Refusal('not-found', { what: 'account' })
  return viewOf(account, await listFactors(change.db, accountId))
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
