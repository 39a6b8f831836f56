import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { each } from './rule.ts'

/** 6.5.D-2 — every terminal closes its screen by itself and asks for a proof before it opens again. */
export function checkScreenAsksPassword(facility: Facility): readonly Finding[] {
  return each('terminal', facility.terminals, 'terminal', ({ screenLock }, says) => {
    const { minutes, asksPassword } = screenLock ?? {}
    if (minutes === 0) return says.notMet('screenLock.minutes', 'screen-never-locks')
    if (asksPassword === false) return says.notMet('screenLock.asksPassword', 'screen-opens-freely')
    if (minutes === undefined) return says.missing('screenLock.minutes')
    if (asksPassword === undefined) return says.missing('screenLock.asksPassword')
    return says.met('screenLock.asksPassword', 'screen-asks-password', { minutes })
  })
}
