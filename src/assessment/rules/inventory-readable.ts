import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { demand, voiceOfSingle } from './rule.ts'

/** 6.2.C-3 — the safety manager can see the list of information at once. */
export function checkInventoryReadable(facility: Facility): readonly Finding[] {
  const readable = facility.inventory?.readableBySafetyManager
  return [
    demand(
      voiceOfSingle('inventory'),
      'readableBySafetyManager',
      readable,
      'inventory-readable',
      'inventory-not-readable',
    ),
  ]
}
