import { Refusal } from '#shared'
import type { Change, OneTimeCodeRow } from '#storage'
import type { RedeemRequest } from './contract.ts'
import { failingEvenly } from './failing-evenly.ts'
import { type Ground, scopeOf } from './ground.ts'
import { isLocked } from './lockout.ts'
import { type CodePurpose, hashOfTyped } from './one-time-code.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import { hashPassword, isPassword } from './password-hash.ts'
import { demandStrong } from './password-rule.ts'
import { deviceOf } from './session.ts'
import {
  deleteFactors,
  findAccount,
  findCode,
  findFacility,
  holdAccount,
  listFactors,
  revokeSessions,
  spendCode,
  updateAccount,
} from './store.ts'
import { theFacility } from './the-facility.ts'
import type { UnknownNames } from './unknown-names.ts'

export interface Redeemed {
  readonly loginName: string
  /** Absent where the account has a second factor: the person signs in with both. */
  readonly session?: OpenedSession
}

const purposes: readonly CodePurpose[] = ['invitation', 'reset', 'recovery']
const door = 'redeem'

/**
 * Chooses the password of an account with the code that its administrator handed over. The code is good once and every
 * session of the account ends. It signs the person in, unless a second factor has to be asked for at the door.
 */
export function redeemCode(
  ground: Ground,
  unknownNames: UnknownNames,
  request: RedeemRequest,
  userAgent?: string,
): Promise<Redeemed> {
  return failingEvenly(ground.pause, async () => {
    const facilityId = await theFacility(ground, request.facilityId)
    const now = ground.clock.now()
    const tries = unknownNames.triesOf(facilityId, door)
    if (isLocked(tries, now)) throw new Refusal('locked-out', { until: tries.lockedUntil })
    const found = await load(ground, facilityId, request.code)
    if (!found) throw wrongCode(unknownNames.failed(facilityId, door, now).tries.lockedUntil)
    const { code, account, factors, facility } = found
    const left = code.purpose === 'recovery' ? [] : factors.filter((factor) => factor.confirmed)
    const names = [account.loginName, account.displayName, facility.name]
    demandStrong(request.password, { secondFactor: left.length > 0, names })
    const same = account.passwordHash !== undefined && (await isPassword(account.passwordHash, request.password))
    if (same) throw new Refusal('weak-password', { reason: 'similar', reasons: ['similar'] })
    const passwordHash = await hashPassword(request.password)
    const session = await keep(ground, { code, accountId: account.id, passwordHash, device: deviceOf(userAgent) })
    return { loginName: account.loginName, session }
  })
}

async function load(ground: Ground, facilityId: string, typed: string) {
  const hashes = purposes.flatMap((purpose) => hashOfTyped(purpose, typed) ?? [])
  if (hashes.length === 0) return undefined
  return ground.storage.read(scopeOf(facilityId), async (db) => {
    const code = await findCode(db, hashes)
    if (!code?.account_id || code.used_at !== null || ground.clock.now() >= code.expires_at) return undefined
    const account = await findAccount(db, code.account_id)
    const facility = await findFacility(db)
    if (!account || !facility || account.state === 'disabled') return undefined
    return { code, account, factors: await listFactors(db, account.id), facility }
  })
}

interface Decided {
  readonly code: OneTimeCodeRow
  readonly accountId: string
  readonly passwordHash: string
  readonly device: string
}

async function keep(
  ground: Ground,
  { code, accountId, passwordHash, device }: Decided,
): Promise<OpenedSession | undefined> {
  const subject = { kind: 'account', id: accountId } as const
  const actor = { kind: 'account', id: accountId } as const
  return ground.storage.write(scopeOf(code.facility_id), async (change) => {
    const now = ground.clock.now()
    const held = await holdAccount(change, accountId)
    if (!held || held.state === 'disabled' || !(await spendCode(change, code.code_hash, now))) throw wrongCode()
    await updateAccount(change, accountId, {
      ...{ password_hash: passwordHash, password_changed_at: now, must_change_password: 0, state: 'active' },
      ...{ failed_count: 0, locked_until: null, version: held.version + 1 },
    })
    const sessions = await revokeSessions(change, accountId, now)
    const detail = { by: code.purpose, sessions }
    await ground.journal.append(change, { act: 'account.password-changed', actor, subject, detail })
    if (code.purpose === 'recovery') await removeFactors(ground, change, accountId)
    const left = (await listFactors(change.db, accountId)).some((factor) => factor.confirmed)
    return left ? undefined : openSession(ground, change, accountId, { way: 'code', device })
  })
}

async function removeFactors(ground: Ground, change: Change, accountId: string): Promise<void> {
  const subject = { kind: 'account', id: accountId } as const
  const actor = { kind: 'account', id: accountId } as const
  const factors = await listFactors(change.db, accountId)
  await deleteFactors(
    change,
    factors.map((factor) => factor.id),
  )
  for (const { kind } of factors) {
    const detail = { kind, by: 'recovery' }
    await ground.journal.append(change, { act: 'account.factor-removed', actor, subject, detail })
  }
}

function wrongCode(until?: string): Refusal {
  return new Refusal('sign-in-failed', { wrong: 'code', until })
}
