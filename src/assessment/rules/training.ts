import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { eachOfStaff } from './each-staff.ts'
import { demand, voiceOfSingle } from './rule.ts'
import { within } from './within.ts'

/**
 * 6.6.C-1-2 — training on personal information was held within the facility's interval and reached the whole staff,
 * and so says the date of each person in the registry. The guideline gives no number of days.
 */
export function checkTraining(facility: Facility, on: Day): readonly Finding[] {
  const { heldOn, everyone } = facility.profile.training ?? {}
  const says = voiceOfSingle('profile')
  const interval = { limit: 'trainingDays', facility, on } as const
  const held = { field: 'training.heldOn', day: heldOn, met: 'training-held', notMet: 'training-overdue' } as const
  const attended = { field: 'trainedOn', met: 'trained', notMet: 'untrained' } as const
  return [
    within({ says, ...held, ...interval }),
    demand(says, 'training.everyone', everyone, 'training-for-all', 'training-partial'),
    ...eachOfStaff(facility, ({ trainedOn }, person) =>
      within({ says: person, day: trainedOn, ...attended, ...interval }),
    ),
  ]
}
