import type { Facility, Item } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { each, type Voice } from './rule.ts'

/** Asks every SSID, save those that medical information systems are known not to use. */
export function eachMedicalWireless(
  facility: Facility,
  check: (wireless: Item<'wireless'>, says: Voice) => Finding | readonly Finding[],
): readonly Finding[] {
  return each('wireless', facility.wireless, 'wireless', (wireless, says) => {
    if (wireless.forMedicalSystems === undefined) return says.missing('forMedicalSystems')
    return wireless.forMedicalSystems ? check(wireless, says) : []
  })
}
