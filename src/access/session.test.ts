import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  deviceOf,
  drawToken,
  formatCookie,
  isLive,
  isSeenLongAgo,
  parseCookie,
  sessionExpiry,
  tokenHash,
} from './session.ts'

describe('a session', () => {
  const session = { lastSeenAt: '2026-11-22T01:00:00.000Z', expiresAt: '2026-11-22T12:00:00.000Z' }

  test('lives while it is used', () => {
    expect(isLive(session, '2026-11-22T01:59:59.999Z')).toBe(true)
  })

  test('ends after an hour without use', () => {
    expect(isLive(session, '2026-11-22T02:00:00.000Z')).toBe(false)
  })

  test('ends at its end, however much it is used', () => {
    const busy = { ...session, lastSeenAt: '2026-11-22T11:59:59.000Z' }
    expect(isLive(busy, '2026-11-22T11:59:59.999Z')).toBe(true)
    expect(isLive(busy, '2026-11-22T12:00:00.000Z')).toBe(false)
  })

  test('ends when it is revoked', () => {
    expect(isLive({ ...session, revokedAt: '2026-11-22T01:00:00.000Z' }, '2026-11-22T01:00:00.000Z')).toBe(false)
  })

  test('is written as seen once a minute', () => {
    expect(isSeenLongAgo(session, '2026-11-22T01:00:59.999Z')).toBe(false)
    expect(isSeenLongAgo(session, '2026-11-22T01:01:00.000Z')).toBe(true)
  })

  test('lasts twelve hours', () => {
    expect(sessionExpiry('2026-11-22T00:00:00.000Z')).toBe('2026-11-22T12:00:00.000Z')
  })
})

describe('the cookie', () => {
  test('reads back as it was written', () => {
    const cookie = { facilityId: 'f0123', token: drawToken(randomBytes) }
    expect(parseCookie(formatCookie(cookie))).toEqual(cookie)
  })

  test.each(['', '.', 'f1.', 'f1.short', `f/1.${'a'.repeat(43)}`, `f1.${'a'.repeat(44)}`, `f1.${'a'.repeat(43)}.x`])(
    'is refused: %j',
    (value) => {
      expect(parseCookie(value)).toBeUndefined()
    },
  )

  test('holds 256 bits that the store never sees', () => {
    const token = drawToken(randomBytes)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/)
    expect(tokenHash(token)).not.toContain(token)
  })
})

test('what a browser says of itself is cut and stripped', () => {
  expect(deviceOf(`Mozilla\u0000\n見本${'x'.repeat(1000)}`)).toBe(`Mozilla${'x'.repeat(113)}`)
  expect(deviceOf(undefined)).toBe('')
})
