import { Refusal } from '#shared'
import type { SessionRow } from '#storage'
import { type Account, canSignIn, type Factor } from './account.ts'
import type { SignInRequest } from './contract.ts'
import type { Ground } from './ground.ts'
import { isLocked } from './lockout.ts'
import type { OpenedSession } from './open-session.ts'
import { isPassword } from './password-hash.ts'
import { failed, lockedOut } from './prove-password.ts'
import { newId } from './random.ts'
import { acceptCode } from './second-factor.ts'
import { drawToken, formatCookie, sessionExpiry, tokenHash } from './session.ts'
import type { UnknownNames } from './unknown-names.ts'

/** Who knocks, with what the rows say of them. */
export interface Knocking {
  readonly facilityId: string
  readonly loginName: string
  readonly account: Account | undefined
  readonly factors: readonly Factor[]
  readonly device: string
}

/** Whether the facility is read-only by the journal's doubt: then nobody's coming in can be written down. */
export const isReadOnly = ({ journal }: Pick<Ground, 'journal'>, facilityId: string): boolean =>
  journal.quarantineOf(facilityId) !== undefined

/**
 * 見るだけのサインイン — while the journal is in doubt nothing is written, and people read on: the same password, the same second
 * factor, the same waits, kept in memory instead of rows. The door tells its own log, since the journal cannot be told.
 */
export async function signInToLook(
  ground: Ground,
  unknownNames: UnknownNames,
  knocking: Knocking,
  { password, code }: SignInRequest,
): Promise<OpenedSession> {
  const { facilityId, account, factors, device } = knocking
  if (!account || !canSignIn(account)) return failUnknown(ground, unknownNames, knocking, password)
  const { looking } = ground
  const tries = looking.takeTry(account, ground.clock.now())
  if (!(await isPassword(account.passwordHash, password))) throw failed(tries, 'password')
  const kinds = factors.filter(({ confirmed }) => confirmed).map(({ kind }) => kind)
  if (kinds.length > 0 && code === undefined) {
    looking.giveBackTry(account)
    throw new Refusal('second-factor-needed', { kinds: [...new Set(kinds)] })
  }
  const accepted = kinds.length > 0 ? await acceptCode(ground, facilityId, factors, code ?? '') : undefined
  if (kinds.length > 0 && !(accepted && looking.use(accepted.mark))) throw failed(tries, 'code')
  looking.giveBackTry(account)
  return open(ground, facilityId, account.id, device)
}

function open(ground: Ground, facilityId: string, accountId: string, device: string): OpenedSession {
  const now = ground.clock.now()
  const token = drawToken(ground.randomBytes)
  const session: SessionRow = {
    ...{ facility_id: facilityId, session_id: newId(ground.randomBytes), token_hash: tokenHash(token) },
    ...{ account_id: accountId, device, created_at: now, last_seen_at: now, expires_at: sessionExpiry(now) },
    revoked_at: null,
  }
  ground.looking.open(session)
  const { session_id: sessionId, expires_at: expiresAt } = session
  return { facilityId, accountId, sessionId, cookie: formatCookie({ facilityId, token }), expiresAt, onlyLooking: true }
}

/** The same answer after the same work as for a wrong password. */
async function failUnknown(
  { clock }: Ground,
  unknownNames: UnknownNames,
  { facilityId, loginName }: Knocking,
  password: string,
): Promise<never> {
  const now = clock.now()
  const before = unknownNames.triesOf(facilityId, loginName)
  if (isLocked(before, now)) throw lockedOut(before)
  const { tries } = unknownNames.failed(facilityId, loginName, now)
  await isPassword(undefined, password)
  throw failed(tries, 'password')
}
