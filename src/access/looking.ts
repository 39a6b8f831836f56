import type { Instant } from '#shared'
import type { SessionRow } from '#storage'
import type { Account } from './account.ts'
import { afterFailure, isLocked, type Tries } from './lockout.ts'
import { lockedOut } from './prove-password.ts'

// As many as a large hospital has people; the oldest goes first.
const REMEMBERED_MAX = 5_000

/**
 * 見るだけの接続 — who is signed in, how often who failed, and which codes are used up, while nothing may be written. It is each
 * process's own and gone with it, and a session of this kind ends when writing begins again.
 */
export interface Looking {
  /** Counts a try before it is looked at; refuses while the account has to wait, whatever counted last. */
  takeTry(account: Account, now: Instant): Tries
  giveBackTry(account: Account): void
  /** False when the code was used before. */
  use(mark: string): boolean
  open(session: SessionRow): void
  find(tokenHash: string): SessionRow | undefined
  findById(sessionId: string): SessionRow | undefined
  see(session: SessionRow, now: Instant): void
  /** True when there was such a session. */
  end(sessionId: string): boolean
  /** Ends those of a facility in which something may be written again. */
  endIn(facilityId: string): void
}

export function rememberLooking(): Looking {
  const tries = new Map<string, Tries>()
  const used = new Set<string>()
  const sessions = new Map<string, SessionRow>()
  const triesOf = (account: Account): Tries => tries.get(account.id) ?? account
  const byId = (sessionId: string) => [...sessions.values()].find(({ session_id }) => session_id === sessionId)
  return {
    takeTry(account, now) {
      const before = triesOf(account)
      if (isLocked(before, now)) throw lockedOut(before)
      const taken = afterFailure(before, now)
      tries.set(account.id, taken)
      return taken
    },
    giveBackTry(account) {
      tries.set(account.id, { failedCount: Math.max(0, triesOf(account).failedCount - 1) })
    },
    use(mark) {
      if (used.has(mark)) return false
      used.add(mark)
      return true
    },
    open(session) {
      sessions.set(session.token_hash, session)
      for (const oldest of sessions.keys()) {
        if (sessions.size <= REMEMBERED_MAX) return
        sessions.delete(oldest)
      }
    },
    find: (tokenHash) => sessions.get(tokenHash),
    findById: byId,
    see: (session, now) => void sessions.set(session.token_hash, { ...session, last_seen_at: now }),
    endIn(facilityId) {
      for (const session of sessions.values())
        if (session.facility_id === facilityId) sessions.delete(session.token_hash)
    },
    end: (sessionId) => sessions.delete(byId(sessionId)?.token_hash ?? ''),
  }
}
