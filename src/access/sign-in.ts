import { Refusal } from '#shared'
import { type Account, canSignIn, type Factor } from './account.ts'
import type { SignInRequest } from './contract.ts'
import { failingEvenly } from './failing-evenly.ts'
import { type Ground, scopeOf } from './ground.ts'
import { isLocked } from './lockout.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import { hashPassword, isOutdated, isPassword } from './password-hash.ts'
import { columnsOf, failed, failTry, giveBackTry, lockedOut, type Trial, takeTry } from './prove-password.ts'
import { type AcceptedCode, acceptCode } from './second-factor.ts'
import { deviceOf } from './session.ts'
import { isReadOnly, signInToLook } from './sign-in-to-look.ts'
import { findAccountByLogin, findFacility, holdAccount, listFactors, updateAccount } from './store.ts'
import { theFacility } from './the-facility.ts'
import type { UnknownNames } from './unknown-names.ts'

/**
 * サインイン — password first, then the second factor where there is one. An unknown name, a name that may not sign in
 * and a wrong password have one answer, after the same work and the same time.
 */
export function signIn(
  ground: Ground,
  unknownNames: UnknownNames,
  request: SignInRequest,
  userAgent?: string,
): Promise<OpenedSession> {
  return failingEvenly(ground.pause, async () => {
    const facilityId = await theFacility(ground, request.facilityId)
    const loginName = request.loginName.normalize('NFKC').trim().toLowerCase()
    const { account, factors } = await load(ground, facilityId, loginName)
    const device = deviceOf(userAgent)
    if (isReadOnly(ground, facilityId)) {
      return signInToLook(ground, unknownNames, { facilityId, loginName, account, factors, device }, request)
    }
    if (!account || !canSignIn(account)) {
      return failUnknown(ground, unknownNames, { facilityId, loginName, account, password: request.password, device })
    }
    return enter(ground, { facilityId, account, actor: { kind: 'anonymous' }, device }, factors, request)
  })
}

async function load(ground: Ground, facilityId: string, loginName: string) {
  return ground.storage.read(scopeOf(facilityId), async (db) => {
    const account = await findAccountByLogin(db, loginName)
    return { account, factors: account ? await listFactors(db, account.id) : [] }
  })
}

async function enter(
  ground: Ground,
  trial: Trial,
  factors: readonly Factor[],
  { password, code }: SignInRequest,
): Promise<OpenedSession> {
  const { account, facilityId, device } = trial
  const tries = await takeTry(ground, trial)
  if (!(await isPassword(account.passwordHash, password))) return failTry(ground, trial, tries, 'password')
  const kinds = factors.filter((factor) => factor.confirmed).map((factor) => factor.kind)
  if (kinds.length > 0 && code === undefined) {
    await giveBackTry(ground, trial)
    throw new Refusal('second-factor-needed', { kinds: [...new Set(kinds)] })
  }
  const accepted = kinds.length > 0 ? await acceptCode(ground, facilityId, factors, code ?? '') : undefined
  if (kinds.length > 0 && !accepted) return failTry(ground, trial, tries, 'code')
  const renewed = account.passwordHash && isOutdated(account.passwordHash) ? await hashPassword(password) : undefined
  const opened = await keep(ground, trial, accepted, renewed, device)
  return opened ?? failTry(ground, trial, tries, 'code')
}

/** Lets the person in, if nothing has moved since the password was looked at; undefined when the code was used up. */
async function keep(
  ground: Ground,
  { facilityId, account }: Trial,
  accepted: AcceptedCode | undefined,
  renewedHash: string | undefined,
  device: string,
): Promise<OpenedSession | undefined> {
  return ground.storage.write(scopeOf(facilityId), async (change) => {
    const held = await holdAccount(change, account.id)
    if (!held || !canSignIn(held) || held.passwordHash !== account.passwordHash) throw failed(account, 'password')
    const factors = await listFactors(change.db, account.id)
    if (!accepted && factors.some((factor) => factor.confirmed)) throw failed(account, 'password')
    if (accepted && !(await accepted.use(change))) return undefined
    const hash = renewedHash === undefined ? {} : { password_hash: renewedHash }
    await updateAccount(change, account.id, { ...columnsOf({ failedCount: 0 }), ...hash })
    return openSession(ground, change, account.id, { way: accepted?.kind ?? 'password', device })
  })
}

interface UnknownTrial {
  readonly facilityId: string
  readonly loginName: string
  readonly account?: Account
  readonly password: string
  readonly device: string
}

async function failUnknown(ground: Ground, unknownNames: UnknownNames, trial: UnknownTrial): Promise<never> {
  const { facilityId, loginName, account, password, device } = trial
  const now = ground.clock.now()
  const before = unknownNames.triesOf(facilityId, loginName)
  if (isLocked(before, now)) throw lockedOut(before)
  // Counted before the work, so that many at once do not get more tries than many in a row.
  const { tries, report } = unknownNames.failed(facilityId, loginName, now)
  await isPassword(undefined, password)
  const actor = { kind: 'anonymous' } as const
  if (account || report !== undefined) {
    await ground.storage.write(scopeOf(facilityId), async (change) => {
      // A name may be tried in a facility that does not exist; it has no journal.
      if (!(await findFacility(change.db))) return
      const subject = account
        ? ({ kind: 'account', id: account.id } as const)
        : ({ kind: 'facility', id: facilityId } as const)
      const detail = account ? { wrong: account.state, device } : { unknownNames: report, within: 'hour' }
      await ground.journal.append(change, { act: 'session.sign-in-failed', actor, subject, outcome: 'failed', detail })
    })
  }
  throw failed(tries, 'password')
}
