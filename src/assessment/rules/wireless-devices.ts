import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { eachMedicalWireless } from './medical-wireless.ts'

/** 6.5.C-15-2 — a wireless LAN lets in listed devices only, and the list is that of the registry. */
export function checkWirelessDevices(facility: Facility): readonly Finding[] {
  return eachMedicalWireless(facility, ({ macFilter, macListMatchesRegistry }, says) => {
    if (macFilter === false) return says.notMet('macFilter', 'wireless-no-mac-filter')
    if (macListMatchesRegistry === false) return says.notMet('macListMatchesRegistry', 'wireless-mac-list-differs')
    if (macFilter === undefined) return says.missing('macFilter')
    if (macListMatchesRegistry === undefined) return says.missing('macListMatchesRegistry')
    return says.met('macFilter', 'wireless-mac-filter')
  })
}
