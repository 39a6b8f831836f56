import { Refusal } from '#shared'
import type { Change } from '#storage'
import type { Account, Factor } from './account.ts'
import type { Caller } from './caller.ts'
import type { ChangeOwnLanguageRequest, ChangePasswordRequest } from './contract.ts'
import { type Ground, scopeOf } from './ground.ts'
import { hashPassword } from './password-hash.ts'
import { demandStrong } from './password-rule.ts'
import { demand } from './permissions.ts'
import { demandPassword } from './prove-password.ts'
import {
  findAccount,
  findFacility,
  findSessionById,
  holdAccount,
  listFactors,
  revokeSessions,
  updateAccount,
} from './store.ts'

/** What a signed-in person's own affairs are decided on. */
export interface Own {
  readonly account: Account
  readonly factors: readonly Factor[]
  readonly names: readonly string[]
}

/** The caller's own account; only an account has one. */
export async function loadOwn(ground: Ground, caller: Caller): Promise<Own> {
  demand(caller, 'account.change-own')
  const { kind, id } = caller.actor
  if (kind !== 'account' || id === undefined) throw new Refusal('not-permitted', { action: 'account.change-own' })
  return ground.storage.read(scopeOf(caller.facilityId), async (db) => {
    const account = await findAccount(db, id)
    const facility = await findFacility(db)
    if (!account || !facility) throw new Refusal('not-signed-in')
    const factors = await listFactors(db, id)
    return { account, factors, names: [account.loginName, account.displayName, facility.name] }
  })
}

/** So long after signing in nobody is asked for the password again: the person has just given it. */
const FRESH_MINUTES = 15

/**
 * Makes sure that it is the person and not a screen left open: by the password, or by a session that has just begun.
 * OWASP ASVS 5.0, 7.5.1 asks for it before factors change.
 */
export async function demandFresh(ground: Ground, caller: Caller, own: Own, password?: string): Promise<void> {
  if (password !== undefined) return demandOwnPassword(ground, caller, own, password)
  const { session: id } = caller.actor
  const session = await ground.storage.read(scopeOf(caller.facilityId), (db) => findSessionById(db, id ?? ''))
  const ageMinutes = session
    ? (Date.parse(ground.clock.now()) - Date.parse(session.created_at)) / 60_000
    : FRESH_MINUTES
  if (ageMinutes < FRESH_MINUTES) return
  throw new Refusal('not-permitted', { action: 'account.change-own', reason: 'password-needed' })
}

async function demandOwnPassword(ground: Ground, caller: Caller, own: Own, password: string): Promise<void> {
  const { facilityId, actor } = caller
  await demandPassword(ground, { facilityId, account: own.account, actor, device: '' }, password)
}

/** Changes the password and ends every other session of the account. */
export async function changePassword(ground: Ground, caller: Caller, request: ChangePasswordRequest): Promise<void> {
  const own = await loadOwn(ground, caller)
  await demandOwnPassword(ground, caller, own, request.currentPassword)
  const secondFactor = own.factors.some((factor) => factor.confirmed)
  demandStrong(request.newPassword, { secondFactor, names: own.names, former: request.currentPassword })
  const hash = await hashPassword(request.newPassword)
  await ground.storage.write(scopeOf(caller.facilityId), async (change) => {
    const now = ground.clock.now()
    const held = await holdUnmoved(change, own.account)
    await updateAccount(change, held.id, {
      ...{ password_hash: hash, password_changed_at: now, must_change_password: 0 },
      version: held.version + 1,
    })
    const sessions = await revokeSessions(change, held.id, now, caller.actor.session)
    const subject = { kind: 'account', id: held.id } as const
    const detail = { by: 'owner', sessions }
    await ground.journal.append(change, { act: 'account.password-changed', actor: caller.actor, subject, detail })
  })
}

/** The language the person is spoken to in; the last word counts, so there is no version to miss. */
export async function changeOwnLanguage(
  ground: Ground,
  caller: Caller,
  { language }: ChangeOwnLanguageRequest,
): Promise<void> {
  const { account } = await loadOwn(ground, caller)
  await ground.storage.write(scopeOf(caller.facilityId), async (change) => {
    await updateAccount(change, account.id, { language })
    const subject = { kind: 'account', id: account.id } as const
    await ground.journal.append(change, { act: 'account.changed', actor: caller.actor, subject, detail: { language } })
  })
}

/** The account, held, if its password is still the one that was proven. */
export async function holdUnmoved(change: Change, seen: Account): Promise<Account> {
  const held = await holdAccount(change, seen.id)
  if (held?.state !== 'active') throw new Refusal('not-signed-in')
  if (held.passwordHash !== seen.passwordHash) throw new Refusal('conflict', { current: { version: held.version } })
  return held
}
