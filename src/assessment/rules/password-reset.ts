import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { eachPasswordSystem } from './password-system.ts'
import { demand } from './rule.ts'

/** 6.5.C-14-2 — when an administrator sets a password anew, the person is verified and the act is written down. */
export function checkPasswordReset(facility: Facility): readonly Finding[] {
  return eachPasswordSystem(facility, ({ passwordPolicy }, says) =>
    demand(says, 'passwordPolicy.resetRecorded', passwordPolicy?.resetRecorded, 'resets-recorded', 'resets-unrecorded'),
  )
}
