import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { eachOfStaff } from './each-staff.ts'

/** 6.6.C-1-1 — everybody whom no law binds to secrecy has promised it in the contract or a pledge. */
export function checkPledges(facility: Facility, on: Day): readonly Finding[] {
  return eachOfStaff(facility, ({ boundByLaw, pledged, pledgeSignedOn }, says) => {
    if (boundByLaw) return says.met('boundByLaw', 'bound-by-law')
    if (boundByLaw === undefined) return says.missing('boundByLaw')
    if (pledged === false) return says.notMet('pledged', 'pledge-missing')
    if (pledgeSignedOn === undefined) return says.missing('pledgeSignedOn')
    if (pledgeSignedOn > on) return says.unknown('pledgeSignedOn', 'day-in-future', { day: pledgeSignedOn })
    return says.met('pledgeSignedOn', 'pledge-signed', { day: pledgeSignedOn })
  })
}
