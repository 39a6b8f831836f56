import { type Instant, Refusal } from '#shared'
import type { Change } from '#storage'
import { isLinkAccount, isOver, LINK_LOGIN } from './account.ts'
import type { Caller } from './caller.ts'
import { facilityOf } from './create-facility.ts'
import type { Ground } from './ground.ts'
import { newAccountRow } from './new-account.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import { newId } from './random.ts'
import { deviceOf } from './session.ts'
import { findAccount, insertAccount, revokeSessions, updateAccount } from './store.ts'

/** Whom a link is for, as what they come, and until when. */
export interface LinkAccount {
  readonly displayName: string
  readonly role: 'supplier' | 'inspector'
  readonly endsAt: Instant
}

/** 限られた利用者を作る — an account that has no password and that only the link it is made for opens. */
export async function createLinkAccount(
  ground: Ground,
  change: Change,
  { actor }: Caller,
  { displayName, role, endsAt }: LinkAccount,
): Promise<string> {
  const accountId = newId(ground.randomBytes)
  const loginName = `${LINK_LOGIN}${accountId}`
  const facts = { loginName, displayName, roles: [role], language: 'ja' } as const
  const row = newAccountRow(facilityOf(change), accountId, facts, ground.clock.now())
  await insertAccount(change, { ...row, state: 'active', ends_at: endsAt })
  const subject = { kind: 'account', id: accountId } as const
  await ground.journal.append(change, { act: 'account.created', actor, subject, detail: { roles: facts.roles } })
  return accountId
}

/** Opens a session of such an account, and of no other. */
export async function openLinkSession(
  ground: Ground,
  change: Change,
  accountId: string,
  userAgent?: string,
): Promise<OpenedSession> {
  const account = await findAccount(change.db, accountId)
  const isOpen = account?.state === 'active' && isLinkAccount(account) && !isOver(account, ground.clock.now())
  if (!isOpen) throw new Refusal('sign-in-failed', { wrong: 'link' })
  return openSession(ground, change, accountId, { way: 'link', device: deviceOf(userAgent) })
}

/** Suspends the account with the end of its link; whoever is in is out at once. */
export async function endLinkAccount(
  ground: Ground,
  change: Change,
  { actor }: Caller,
  accountId: string,
): Promise<void> {
  await updateAccount(change, accountId, { state: 'disabled' })
  const sessions = await revokeSessions(change, accountId, ground.clock.now())
  const subject = { kind: 'account', id: accountId } as const
  await ground.journal.append(change, { act: 'account.disabled', actor, subject, detail: { sessions } })
}
