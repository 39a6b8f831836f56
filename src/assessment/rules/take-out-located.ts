import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { eachTakenOut } from './each-taken-out.ts'
import { demand } from './rule.ts'
import { within } from './within.ts'

/** 6.9.C-5 — everything taken out is in the register, and was located within the facility's interval. */
export function checkTakeOutLocated(facility: Facility, on: Day): readonly Finding[] {
  const limit = 'takeOutCheckDays'
  return eachTakenOut(facility, ({ takeOut }, says) => [
    demand(says, 'takeOut.registered', takeOut?.registered, 'take-out-guarded', 'take-out-unguarded'),
    within({ says, field: 'takeOut.locatedOn', day: takeOut?.locatedOn, limit, facility, on }),
  ])
}
