import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { eachPasswordSystem } from './password-system.ts'

/** 6.5.D-4-2 — after several wrong passwords a system takes no more for a time. The guideline gives no numbers. */
export function checkLockout(facility: Facility): readonly Finding[] {
  return eachPasswordSystem(facility, ({ passwordPolicy }, says) => {
    const { lockoutAfter: times, lockoutMinutes: minutes } = passwordPolicy ?? {}
    if (times === 0) return says.notMet('passwordPolicy.lockoutAfter', 'no-lockout')
    if (minutes === 0) return says.notMet('passwordPolicy.lockoutMinutes', 'no-lockout')
    if (times === undefined) return says.missing('passwordPolicy.lockoutAfter')
    if (minutes === undefined) return says.missing('passwordPolicy.lockoutMinutes')
    return says.met('passwordPolicy.lockoutAfter', 'lockout', { times, minutes })
  })
}
