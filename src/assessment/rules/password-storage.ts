import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { eachPasswordSystem } from './password-system.ts'

/** 6.5.C-14-1 — passwords are stored in a form that cannot be turned back. */
export function checkPasswordStorage(facility: Facility): readonly Finding[] {
  return eachPasswordSystem(facility, ({ passwordPolicy }, says) => {
    const storage = passwordPolicy?.storage
    if (storage === undefined) return says.missing('passwordPolicy.storage')
    if (storage !== 'one-way') return says.notMet('passwordPolicy.storage', 'password-reversible', { storage })
    return says.met('passwordPolicy.storage', 'password-one-way')
  })
}
