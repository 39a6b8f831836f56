import type { Facility, Item } from '#registry/contract'
import type { Finding } from '../contract.ts'
import type { Subject } from '../words/codes.ts'
import { each, type Voice } from './rule.ts'

/** Asks every IoT device, those that come with test equipment included; a device of no known kind may be one. */
export function eachIotDevice(
  facility: Facility,
  subject: Subject,
  check: (device: Item<'device'>, says: Voice) => Finding | readonly Finding[],
): readonly Finding[] {
  return each('device', facility.devices, subject, (device, says) => {
    if (device.kind === undefined) return says.missing('kind')
    return device.kind === 'iot' ? check(device, says) : []
  })
}
