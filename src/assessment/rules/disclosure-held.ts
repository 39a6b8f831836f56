import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { each } from './rule.ts'

/** 6.2.C-5 — for every system there is a disclosure of its supplier, with its version and the day it came. */
export function checkDisclosureHeld(facility: Facility, on: Day): readonly Finding[] {
  return each('system', facility.systems, 'system', ({ disclosure }, says) => {
    const { kind, version, receivedOn } = disclosure ?? {}
    if (kind === undefined) return says.missing('disclosure.kind')
    if (version === undefined) return says.missing('disclosure.version')
    if (receivedOn === undefined) return says.missing('disclosure.receivedOn')
    if (receivedOn > on) return says.unknown('disclosure.receivedOn', 'day-in-future', { day: receivedOn })
    return says.met('disclosure.kind', 'disclosure-held', { disclosure: kind, version, day: receivedOn })
  })
}
