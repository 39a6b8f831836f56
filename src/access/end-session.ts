import { Refusal } from '#shared'
import type { Change, SessionRow } from '#storage'
import { timesOf } from './authenticate.ts'
import type { Caller } from './caller.ts'
import type { SessionView } from './contract.ts'
import { type Ground, scopeOf } from './ground.ts'
import { demand } from './permissions.ts'
import { isLive } from './session.ts'
import { findSessionById, listSessions, revokeSession, revokeSessions } from './store.ts'

/** The live sessions of the caller's own account. */
export async function readOwnSessions(ground: Ground, caller: Caller): Promise<readonly SessionView[]> {
  demand(caller, 'session.revoke-own')
  return readSessions(ground, caller, accountOf(caller))
}

/** The live sessions of somebody else's account. */
export async function readSessionsOf(
  ground: Ground,
  caller: Caller,
  accountId: string,
): Promise<readonly SessionView[]> {
  demand(caller, 'session.revoke-any')
  return readSessions(ground, caller, accountId)
}

/** Ends the session the caller came with. */
export async function signOut(ground: Ground, caller: Caller): Promise<void> {
  const { session: sessionId } = caller.actor
  if (sessionId === undefined) throw new Refusal('not-signed-in')
  if (ground.looking.end(sessionId)) return
  await ground.storage.write(scopeOf(caller.facilityId), async (change) => {
    if (!(await revokeSession(change, sessionId, ground.clock.now()))) return
    const subject = { kind: 'session', id: sessionId } as const
    await ground.journal.append(change, { act: 'session.signed-out', actor: caller.actor, subject })
  })
}

/** Ends one session: one's own, or anybody's with the right to it. What is not there and what may not be seen are one. */
export async function endSession(ground: Ground, caller: Caller, sessionId: string): Promise<void> {
  demand(caller, 'session.revoke-own')
  await ground.storage.write(scopeOf(caller.facilityId), async (change) => {
    const session = await findSessionById(change.db, sessionId)
    if (session?.account_id !== caller.actor.id) demand(caller, 'session.revoke-any')
    if (!session) throw new Refusal('not-found', { what: 'session' })
    if (!(await revokeSession(change, sessionId, ground.clock.now()))) return
    const subject = { kind: 'session', id: sessionId } as const
    const detail = { accountId: session.account_id }
    await ground.journal.append(change, { act: 'session.revoked', actor: caller.actor, subject, detail })
  })
}

/** Ends every session of the caller but the one that asks. */
export async function endOtherSessions(ground: Ground, caller: Caller): Promise<number> {
  demand(caller, 'session.revoke-own')
  return endAll(ground, caller, accountOf(caller), caller.actor.session)
}

/** Ends every session of an account. */
export async function endSessionsOf(ground: Ground, caller: Caller, accountId: string): Promise<number> {
  demand(caller, 'session.revoke-any')
  return endAll(ground, caller, accountId)
}

async function endAll(ground: Ground, caller: Caller, accountId: string, keep?: string): Promise<number> {
  return ground.storage.write(scopeOf(caller.facilityId), async (change: Change) => {
    const sessions = await revokeSessions(change, accountId, ground.clock.now(), keep)
    const subject = { kind: 'account', id: accountId } as const
    if (sessions === 0) return 0
    await ground.journal.append(change, { act: 'session.revoked', actor: caller.actor, subject, detail: { sessions } })
    return sessions
  })
}

async function readSessions(ground: Ground, caller: Caller, accountId: string): Promise<readonly SessionView[]> {
  const rows = await ground.storage.read(scopeOf(caller.facilityId), (db) => listSessions(db, accountId))
  const now = ground.clock.now()
  return rows.filter((row) => isLive(timesOf(row), now)).map((row) => sessionView(row, caller))
}

function sessionView(row: SessionRow, { actor }: Caller): SessionView {
  return {
    sessionId: row.session_id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    device: row.device,
    current: row.session_id === actor.session,
  }
}

function accountOf({ actor }: Caller): string {
  if (actor.kind !== 'account' || actor.id === undefined) throw new Refusal('not-signed-in')
  return actor.id
}
