import { createHash } from 'node:crypto'
import type { Instant } from '#shared'
import { inGroups, type RandomBytes, randomText, readCode } from './random.ts'

/** 用途 — what a one-time code opens. A recovery takes the lost second factors away; a reset leaves them. */
export type CodePurpose = 'setup' | 'invitation' | 'reset' | 'recovery' | 'sample'

/** 一度だけの番号 — as it is handed over, and what is kept of it. */
export interface OneTimeCode {
  readonly shown: string
  readonly hash: string
}

// 60 bits: at a thousand tries a second, for a day, the chance to meet one is below one in ten thousand million.
const CODE_LENGTH = 12

/** How long a code may be used. The first run's is read from the screen beside; an invitation waits for a shift. */
const validHours: Readonly<Record<CodePurpose, number>> = {
  setup: 24,
  invitation: 72,
  reset: 24,
  recovery: 24,
  sample: 24,
}

export function drawCode(randomBytes: RandomBytes, purpose: CodePurpose): OneTimeCode {
  const code = randomText(randomBytes, CODE_LENGTH)
  return { shown: inGroups(code), hash: hashOf(purpose, code) }
}

/** The hash under which a typed code was kept, or undefined when it cannot be a code at all. */
export function hashOfTyped(purpose: CodePurpose, typed: string): string | undefined {
  const code = readCode(typed)
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code) ? hashOf(purpose, code) : undefined
}

/**
 * The facility that a set-up code will make. It is drawn from the code, so that the code's row can lie in the scope
 * of a facility that is not there yet, and nobody can list or count codes from outside that scope.
 */
export function facilityIdOf(setUpHash: string): string {
  return `f${createHash('sha256').update(`omamori facility ${setUpHash}`).digest('hex').slice(0, 25)}`
}

export function expiryOf(purpose: CodePurpose, now: Instant): Instant {
  return new Date(Date.parse(now) + validHours[purpose] * 3_600_000).toISOString()
}

/** Unsalted and fast is enough here: the code is random and dies within days. */
function hashOf(purpose: CodePurpose, code: string): string {
  return createHash('sha256').update(`omamori one-time code ${purpose} ${code}`).digest('hex')
}
