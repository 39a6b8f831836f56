import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { each } from './rule.ts'

/** 6.5.C-4 — every terminal closes its screen within the time the facility has set; the guideline gives no number. */
export function checkScreenLocks(facility: Facility): readonly Finding[] {
  const limitMinutes = facility.limits?.screenLockMinutes
  return each('terminal', facility.terminals, 'terminal', ({ screenLock }, says) => {
    const field = 'screenLock.minutes'
    const minutes = screenLock?.minutes
    if (minutes === undefined) return says.missing(field)
    if (minutes === 0) return says.notMet(field, 'screen-never-locks')
    if (limitMinutes === undefined) return says.unknown(field, 'limit-missing', { limit: 'screenLockMinutes' })
    return minutes > limitMinutes
      ? says.notMet(field, 'screen-locks-late', { minutes, limitMinutes })
      : says.met(field, 'screen-locks', { minutes })
  })
}
