import { Secret, TOTP } from 'otpauth'
import type { Instant } from '#shared'
import type { TotpProposal } from './contract.ts'
import type { RandomBytes } from './random.ts'

// RFC 6238 with what every app understands: SHA-1, six figures, half a minute. 160 bits as RFC 4226 (R6) asks.
const SECRET_BYTES = 20
const PERIOD_SECONDS = 30
/** One step before and after, for the time typing takes and clocks that are a little off (RFC 6238, 5.2). */
const WINDOW = 1

/** A fresh secret for an app, with the address that a QR code carries. */
export function proposeTotp(randomBytes: RandomBytes, facilityName: string, loginName: string): TotpProposal {
  const secret = new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer })
  const label = loginName === '' ? facilityName : loginName
  const totp = new TOTP({ issuer: `お守り ${facilityName}`.replaceAll(':', ' '), label, secret })
  return { secret: secret.base32, uri: totp.toString() }
}

/**
 * The time step for which the code is good now, or undefined. A step is accepted once: whoever keeps a step refuses
 * it and all before it from then on.
 */
export function totpStep(secret: string, typed: string, now: Instant): number | undefined {
  const token = typed.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const timestamp = Date.parse(now)
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD_SECONDS })
  const delta = totp.validate({ token, timestamp, window: WINDOW })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta
}
