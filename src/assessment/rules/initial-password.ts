import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { eachPasswordSystem } from './password-system.ts'
import { demand } from './rule.ts'

/** 6.5.C-2 — a password that somebody else chose is changed by its user, so that nobody else knows it. */
export function checkInitialPassword(facility: Facility): readonly Finding[] {
  return eachPasswordSystem(facility, ({ authentication }, says) =>
    demand(
      says,
      'authentication.usersChangeInitialPassword',
      authentication?.usersChangeInitialPassword,
      'initial-password-changed',
      'initial-password-kept',
    ),
  )
}
