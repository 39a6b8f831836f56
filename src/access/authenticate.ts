import { dayOf, type Instant, Refusal } from '#shared'
import type { Reader, SessionRow } from '#storage'
import { type Account, factorView, isLinkAccount, isOver, LINK_LOGIN } from './account.ts'
import type { Caller } from './caller.ts'
import type { MeView } from './contract.ts'
import { type Ground, scopeOf } from './ground.ts'
import { whatMay } from './permissions.ts'
import { isLive, isSeenLongAgo, parseCookie, type SessionTimes, tokenHash } from './session.ts'
import { isReadOnly } from './sign-in-to-look.ts'
import { findAccount, findFacility, findSession, findSessionById, listFactors, seeSession } from './store.ts'

/** Who comes with a cookie. */
export interface Authenticated {
  readonly caller: Caller
  readonly sessionId: string
  readonly expiresAt: Instant
}

/**
 * Turns the cookie into a caller, with the roles the account has at this moment, or refuses with `not-signed-in`.
 * Once a minute the session is marked as seen. That mark is no news and gets no journal entry: the journal says when
 * the session was opened and how it ended. When the disk takes no more writing, reading goes on without the mark. A session
 * to look only carries its holder while nothing may be written, and no longer.
 */
export async function authenticate(ground: Ground, cookie: string | undefined): Promise<Authenticated> {
  const parsed = cookie === undefined ? undefined : parseCookie(cookie)
  if (!parsed) throw new Refusal('not-signed-in')
  const { facilityId, token } = parsed
  const looking = findLooking(ground, facilityId, token)
  const { session, account } = await ground.storage.read(scopeOf(facilityId), async (db) => {
    const session = looking ?? (await findSession(db, tokenHash(token)))
    return { session, account: session && (await findAccount(db, session.account_id)) }
  })
  const now = ground.clock.now()
  if (!session || !account || account.state !== 'active') throw new Refusal('not-signed-in')
  if (isOver(account, now) || !isLive(timesOf(session), now)) throw new Refusal('not-signed-in', { reason: 'expired' })
  if (looking) ground.looking.see(looking, now)
  else if (isSeenLongAgo(timesOf(session), now)) await markSeen(ground, facilityId, session.session_id, now)
  const sessionId = session.session_id
  return { caller: callerOf(facilityId, account, sessionId), sessionId, expiresAt: session.expires_at }
}

/** Who is signed in and what the screens may offer. */
export async function readMe(ground: Ground, caller: Caller): Promise<MeView> {
  const { id, session: sessionId } = caller.actor
  const loaded = await ground.storage.read(scopeOf(caller.facilityId), async (db) => ({
    facility: await findFacility(db),
    account: id === undefined ? undefined : await findAccount(db, id),
    factors: id === undefined ? [] : await listFactors(db, id),
    session: sessionId === undefined ? undefined : await sessionOf(ground, db, sessionId),
  }))
  const { facility, account, factors, session } = loaded
  if (!facility || !account || !session) throw new Refusal('not-signed-in')
  const { loginName, displayName, roles, language, mustChangePassword } = account
  const now = ground.clock.now()
  return {
    account: {
      ...{ accountId: account.id, loginName, displayName, roles: [...roles], language, mustChangePassword },
      factors: factors.map(factorView),
    },
    facility: { facilityId: facility.facility_id, name: facility.name, sample: facility.sample !== 0 },
    may: [...whatMay(caller)],
    ...{ expiresAt: session.expires_at, today: dayOf(now), now },
  }
}

function findLooking(ground: Ground, facilityId: string, token: string): SessionRow | undefined {
  if (!isReadOnly(ground, facilityId)) return void ground.looking.endIn(facilityId)
  const found = ground.looking.find(tokenHash(token))
  return found?.facility_id === facilityId ? found : undefined
}

async function sessionOf({ looking }: Ground, db: Reader, sessionId: string): Promise<SessionRow | undefined> {
  return looking.findById(sessionId) ?? findSessionById(db, sessionId)
}

/** Until a password that has to be changed is changed, nothing else may be done. */
function callerOf(facilityId: string, account: Account, session: string): Caller {
  const actor = { kind: 'account', id: account.id, session } as const
  const roles = account.mustChangePassword ? [] : account.roles
  if (!account.loginName.startsWith(LINK_LOGIN)) return { facilityId, actor, roles }
  return { facilityId, actor, roles: isLinkAccount(account) ? roles : [], limited: true }
}

async function markSeen(ground: Ground, facilityId: string, sessionId: string, now: Instant): Promise<void> {
  try {
    await ground.storage.write(scopeOf(facilityId), (change) => seeSession(change, sessionId, now))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

export function timesOf(row: SessionRow): SessionTimes {
  return { lastSeenAt: row.last_seen_at, expiresAt: row.expires_at, revokedAt: row.revoked_at ?? undefined }
}
