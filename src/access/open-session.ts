import type { Instant } from '#shared'
import type { Change } from '#storage'
import type { Actor } from './caller.ts'
import { facilityOf } from './create-facility.ts'
import type { Ground } from './ground.ts'
import { newId } from './random.ts'
import { drawToken, formatCookie, sessionExpiry, tokenHash } from './session.ts'
import { forgetSessions, insertSession } from './store.ts'

// Ended sessions stay for the owner's list of devices, as long as a month of vacation.
const REMEMBERED_DAYS = 30

/** A session just opened: what the door puts into the cookie, and until when. */
export interface OpenedSession {
  readonly facilityId: string
  readonly accountId: string
  readonly sessionId: string
  readonly cookie: string
  readonly expiresAt: Instant
  /** It is in memory alone, for as long as nothing may be written. */
  readonly onlyLooking?: true
}

/** How the person got in, for the journal. */
export type Way = 'password' | 'totp' | 'code-list' | 'set-up' | 'code' | 'sample' | 'link'

/** Opens a session in the change that accepted the person, with its journal entry. */
export async function openSession(
  ground: Ground,
  change: Change,
  accountId: string,
  { way, device }: { readonly way: Way; readonly device: string },
): Promise<OpenedSession> {
  const facilityId = facilityOf(change)
  const now = ground.clock.now()
  const token = drawToken(ground.randomBytes)
  const sessionId = newId(ground.randomBytes)
  const expiresAt = sessionExpiry(now)
  await forgetSessions(change, accountId, new Date(Date.parse(now) - REMEMBERED_DAYS * 86_400_000).toISOString())
  await insertSession(change, {
    facility_id: facilityId,
    session_id: sessionId,
    token_hash: tokenHash(token),
    account_id: accountId,
    created_at: now,
    last_seen_at: now,
    expires_at: expiresAt,
    revoked_at: null,
    device,
  })
  const actor: Actor = { kind: 'account', id: accountId, session: sessionId }
  const subject = { kind: 'session', id: sessionId } as const
  await ground.journal.append(change, { act: 'session.signed-in', actor, subject, detail: { way, device } })
  return { facilityId, accountId, sessionId, cookie: formatCookie({ facilityId, token }), expiresAt }
}
