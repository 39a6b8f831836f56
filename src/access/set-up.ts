import { Refusal } from '#shared'
import type { Actor } from './caller.ts'
import type { IssuedCode, SetUpRequest } from './contract.ts'
import { createFacility } from './create-facility.ts'
import { keepTotp } from './enrol-factor.ts'
import { failingEvenly } from './failing-evenly.ts'
import { type Ground, scopeOf } from './ground.ts'
import { isLocked } from './lockout.ts'
import { newAccountRow } from './new-account.ts'
import { drawCode, expiryOf, facilityIdOf, hashOfTyped } from './one-time-code.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import { hashPassword } from './password-hash.ts'
import { demandStrong } from './password-rule.ts'
import { newId } from './random.ts'
import { type Role, roleNames } from './roles.ts'
import { deviceOf } from './session.ts'
import { findCode, insertAccount, insertCode, listFacilityIds, spendCode } from './store.ts'
import { totpStep } from './totp.ts'
import type { UnknownNames } from './unknown-names.ts'

/** Whether there is a facility already; if not, the doors show the first run. */
export async function isSetUp(ground: Ground): Promise<boolean> {
  return (await ground.storage.read('installation', listFacilityIds)).length > 0
}

/**
 * Issues the code of the first run. Its row waits in the scope of the facility it will make; nothing else of that
 * facility is there yet. Only those at the machine may call this: the program at its start, and the command line.
 */
export async function issueSetUpCode(ground: Ground): Promise<IssuedCode> {
  const { shown, hash } = drawCode(ground.randomBytes, 'setup')
  const expiresAt = expiryOf('setup', ground.clock.now())
  const facilityId = facilityIdOf(hash)
  const row = { facility_id: facilityId, code_hash: hash, purpose: 'setup', account_id: null, used_at: null }
  await ground.storage.write(scopeOf(facilityId), (change) => insertCode(change, { ...row, expires_at: expiresAt }))
  return { code: shown, expiresAt }
}

/** Where wrong codes are counted: there is no account yet that could wait. */
const door = 'set-up'

/** 初回設定 — the facility and its first account, who manages accounts, in one change. The code is good once. */
export function setUp(
  ground: Ground,
  unknownNames: UnknownNames,
  request: SetUpRequest,
  userAgent?: string,
): Promise<OpenedSession> {
  return failingEvenly(ground.pause, async () => {
    const now = ground.clock.now()
    const tries = unknownNames.triesOf(door, door)
    if (isLocked(tries, now)) throw new Refusal('locked-out', { until: tries.lockedUntil })
    const hash = await goodCode(ground, request.code)
    if (!hash) throw wrongCode(unknownNames.failed(door, door, now).tries.lockedUntil)
    const names = [request.loginName, request.displayName, request.facilityName]
    const step = request.factor && totpStep(request.factor.secret, request.factor.code, now)
    if (request.factor && step === undefined) throw new Refusal('sign-in-failed', { wrong: 'factor' })
    demandStrong(request.password, { secondFactor: step !== undefined, names })
    return keep(
      ground,
      request,
      { hash, step, passwordHash: await hashPassword(request.password) },
      deviceOf(userAgent),
    )
  })
}

async function goodCode(ground: Ground, typed: string): Promise<string | undefined> {
  const hash = hashOfTyped('setup', typed)
  if (hash === undefined) return undefined
  const code = await ground.storage.read(scopeOf(facilityIdOf(hash)), (db) => findCode(db, [hash]))
  return code && code.used_at === null && ground.clock.now() < code.expires_at ? hash : undefined
}

interface Decided {
  readonly hash: string
  readonly step: number | undefined
  readonly passwordHash: string
}

async function keep(
  ground: Ground,
  request: SetUpRequest,
  { hash, step, passwordHash }: Decided,
  device: string,
): Promise<OpenedSession> {
  const facilityId = facilityIdOf(hash)
  const accountId = newId(ground.randomBytes)
  const actor: Actor = { kind: 'account', id: accountId }
  const subject = { kind: 'account', id: accountId } as const
  const { loginName, displayName, language } = request
  const roles = firstRoles(request.roles)
  return ground.storage.write(scopeOf(facilityId), async (change) => {
    const now = ground.clock.now()
    if (!(await spendCode(change, hash, now))) throw wrongCode()
    await createFacility(ground, change, { name: request.facilityName, sample: false, actor })
    const row = newAccountRow(facilityId, accountId, { loginName, displayName, language, roles }, now)
    await insertAccount(change, { ...row, state: 'active', password_hash: passwordHash, password_changed_at: now })
    const detail = { loginName, displayName, roles }
    await ground.journal.append(change, { act: 'account.created', actor, subject, detail })
    if (request.factor && step !== undefined)
      await keepTotp(ground, change, accountId, { secret: request.factor.secret, step })
    return openSession(ground, change, accountId, { way: 'set-up', device })
  })
}

/** The first account manages accounts, besides the posts that were chosen; listed once, in the order of the table. */
function firstRoles(chosen: readonly Role[]): readonly Role[] {
  return roleNames.filter((role) => role === 'administrator' || chosen.includes(role))
}

function wrongCode(until?: string): Refusal {
  return new Refusal('sign-in-failed', { wrong: 'code', until })
}
