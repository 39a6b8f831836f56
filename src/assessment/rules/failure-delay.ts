import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { eachPasswordSystem } from './password-system.ts'

/** 6.5.D-4-1 — after a wrong password a system keeps still for a while. The guideline does not say how long. */
export function checkFailureDelay(facility: Facility): readonly Finding[] {
  return eachPasswordSystem(facility, ({ passwordPolicy }, says) => {
    const field = 'passwordPolicy.failureDelaySeconds'
    const seconds = passwordPolicy?.failureDelaySeconds
    if (seconds === undefined) return says.missing(field)
    return seconds > 0 ? says.met(field, 'failure-delay', { seconds }) : says.notMet(field, 'no-failure-delay')
  })
}
