import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { each, voiceOfSingle } from './rule.ts'
import { within } from './within.ts'

/** 6.2.C-2 — every listed information has an importance, and the list was looked at within the facility's interval. */
export function checkInformationClassified(facility: Facility, on: Day): readonly Finding[] {
  const classified = each('information', facility.information, 'information', ({ importance }, says) =>
    importance === undefined ? says.missing('importance') : says.met('importance', 'importance-set', { importance }),
  )
  const current = within({
    says: voiceOfSingle('inventory'),
    field: 'reviewedOn',
    day: facility.inventory?.reviewedOn,
    limit: 'informationReviewDays',
    facility,
    on,
  })
  return [...classified, current]
}
