import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { eachOfStaff } from './each-staff.ts'
import { demand, type Voice, voiceOfSingle } from './rule.ts'
import { within } from './within.ts'

/**
 * 6.6.C-1-2 — training on personal information was held within the facility's interval and reached the whole staff,
 * and so says the date of each person in the registry. The guideline gives no number of days.
 */
export function checkTraining(facility: Facility, on: Day): readonly Finding[] {
  const { heldOn, everyone } = facility.profile.training ?? {}
  const says = voiceOfSingle('profile')
  const since = (voice: Voice, field: string, day: Day | undefined) =>
    within({ says: voice, field, day, limit: 'trainingDays', facility, on, met: 'trained', notMet: 'training-overdue' })
  return [
    since(says, 'training.heldOn', heldOn),
    demand(says, 'training.everyone', everyone, 'training-for-all', 'training-partial'),
    ...eachOfStaff(facility, ({ trainedOn }, person) => since(person, 'trainedOn', trainedOn)),
  ]
}
