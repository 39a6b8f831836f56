import { createHash } from 'node:crypto'
import type { Instant } from '#shared'
import type { RandomBytes } from './random.ts'

/** An hour without a request ends a session: NIST SP 800-63B-4, 2.2.3 (AAL2). */
export const IDLE_MINUTES = 60
/** A session lives for a working day at most; whoever stays longer signs in again. */
export const ABSOLUTE_HOURS = 12
/** `last_seen_at` is written at most this often, so that reading does not become writing. */
const SEEN_EVERY_SECONDS = 60
const TOKEN_BYTES = 32
const DEVICE_LENGTH = 120

/** 接続 — as its validity is judged. */
export interface SessionTimes {
  readonly lastSeenAt: Instant
  readonly expiresAt: Instant
  readonly revokedAt?: Instant
}

/** What the browser keeps: the facility whose rows hold the session, and the token that nobody else knows. */
export interface SessionCookie {
  readonly facilityId: string
  readonly token: string
}

export function drawToken(randomBytes: RandomBytes): string {
  return Buffer.from(randomBytes(TOKEN_BYTES)).toString('base64url')
}

/** What is kept of a token. It is random, so a fast hash without salt is enough. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export function formatCookie({ facilityId, token }: SessionCookie): string {
  return `${facilityId}.${token}`
}

/** Undefined for anything that `formatCookie` did not write. */
export function parseCookie(value: string): SessionCookie | undefined {
  const match = /^([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{43})$/.exec(value)
  return match?.[1] && match[2] ? { facilityId: match[1], token: match[2] } : undefined
}

export function sessionExpiry(now: Instant): Instant {
  return new Date(Date.parse(now) + ABSOLUTE_HOURS * 3_600_000).toISOString()
}

/** Whether the session still carries its holder: not revoked, not too old, not idle for too long. */
export function isLive(session: SessionTimes, now: Instant): boolean {
  if (session.revokedAt !== undefined || now >= session.expiresAt) return false
  return Date.parse(now) - Date.parse(session.lastSeenAt) < IDLE_MINUTES * 60_000
}

/** Whether the session's last sight is old enough to be written anew. */
export function isSeenLongAgo(session: SessionTimes, now: Instant): boolean {
  return Date.parse(now) - Date.parse(session.lastSeenAt) >= SEEN_EVERY_SECONDS * 1000
}

/** The browser's word about itself: hostile text, cut and stripped, shown to its owner and judged by nobody. */
export function deviceOf(userAgent: string | undefined): string {
  return (userAgent ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, DEVICE_LENGTH)
}
