import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { each } from './rule.ts'

/** 6.5.C-1 — every system knows its users one by one and asks them for a proof; nobody shares an account. */
export function checkUsersIdentified(facility: Facility): readonly Finding[] {
  return each('system', facility.systems, 'system', ({ authentication }, says) => {
    const { identifiesUsers, sharedAccounts, factors = [] } = authentication ?? {}
    if (identifiesUsers === false) return says.notMet('authentication.identifiesUsers', 'users-not-identified')
    if (sharedAccounts)
      return says.notMet('authentication.sharedAccounts', 'shared-accounts', { count: sharedAccounts })
    if (identifiesUsers === undefined) return says.missing('authentication.identifiesUsers')
    if (sharedAccounts === undefined) return says.missing('authentication.sharedAccounts')
    if (factors.length === 0) return says.missing('authentication.factors')
    return says.met('authentication.identifiesUsers', 'users-identified')
  })
}
