import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { eachPasswordSystem } from './password-system.ts'

/** 6.5.C-14-3 — not even an administrator can read or work out the password of a user. */
export function checkPasswordSecrecy(facility: Facility): readonly Finding[] {
  return eachPasswordSystem(facility, ({ passwordPolicy }, says) => {
    const field = 'passwordPolicy.administratorsCanRead'
    const readable = passwordPolicy?.administratorsCanRead
    if (readable === undefined) return says.missing(field)
    return readable
      ? says.notMet(field, 'administrators-read-passwords')
      : says.met(field, 'administrators-cannot-read')
  })
}
