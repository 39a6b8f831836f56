import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { eachMedicalWireless } from './medical-wireless.ts'
import { demand } from './rule.ts'

/** 6.5.C-15-1 — a wireless LAN does not answer those who do not know its name. */
export function checkWirelessUsers(facility: Facility): readonly Finding[] {
  return eachMedicalWireless(facility, ({ refusesAny }, says) =>
    demand(says, 'refusesAny', refusesAny, 'wireless-refuses-any', 'wireless-any'),
  )
}
