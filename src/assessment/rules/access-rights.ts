import { type Facility, type Item, overdueLeavers } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { demand, each, type Voice } from './rule.ts'
import { within } from './within.ts'

/**
 * 6.5.C-6 — in every system the scope follows job and duty, the rights were looked at within the facility's interval,
 * and people who left or moved can no longer get in.
 */
export function checkAccessRights(facility: Facility, on: Day): readonly Finding[] {
  const limit = 'accountReviewDays'
  return each('system', facility.systems, 'system', ({ id, access }, says) => [
    demand(says, 'access.rolesDefined', access?.rolesDefined, 'roles-defined', 'roles-undefined'),
    within({ says, field: 'access.reviewedOn', day: access?.reviewedOn, limit, facility, on }),
    checkLeavers(access?.activeLeaverAccounts, overdueLeavers(facility, id, on), says),
    checkLeaverDays(access, says, facility.limits?.leaverDays),
  ])
}

/** What persons say counts too: a count of none is no proof against an account that is known to be usable too long. */
function checkLeavers(counted: number | undefined, overdue: number, says: Voice): Finding {
  const field = 'access.activeLeaverAccounts'
  const count = overdue > 0 ? Math.max(counted ?? 0, overdue) : counted
  if (count === undefined) return says.missing(field)
  return count > 0 ? says.notMet(field, 'leaver-accounts', { count }) : says.met(field, 'no-leaver-accounts')
}

function checkLeaverDays(access: Item<'system'>['access'], says: Voice, limitDays: number | undefined): Finding {
  const field = 'access.leaversDisabledWithinDays'
  const days = access?.leaversDisabledWithinDays
  if (days === undefined) return says.missing(field)
  if (limitDays === undefined) return says.unknown(field, 'limit-missing', { limit: 'leaverDays' })
  return days > limitDays
    ? says.notMet(field, 'leavers-disabled-late', { days, limitDays })
    : says.met(field, 'leavers-disabled', { days })
}
