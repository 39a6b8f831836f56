import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { eachMedicalWireless } from './medical-wireless.ts'
import { demand } from './rule.ts'

/** 6.5.D-6 — where many access points make a wireless LAN hard to watch, 802.1X and certificates guard it. */
export function checkWirelessEnterprise(facility: Facility): readonly Finding[] {
  return eachMedicalWireless(facility, ({ enterprise }, says) =>
    demand(says, 'enterprise', enterprise, 'wireless-enterprise', 'wireless-not-enterprise'),
  )
}
