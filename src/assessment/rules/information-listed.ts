import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { demand, each, voiceOfSingle } from './rule.ts'

/** 6.2.C-1 — every system says which listed information it handles, and somebody checked the list to be complete. */
export function checkInformationListed(facility: Facility): readonly Finding[] {
  const listed = new Map((facility.information ?? []).map((item) => [item.id, item]))
  const linked = each('system', facility.systems, 'system', (system, says) => {
    const ids = system.informationIds ?? []
    const unlisted = ids.find((id) => !listed.has(id))
    if (ids.length === 0) return says.missing('informationIds')
    if (unlisted !== undefined) return says.unknown('informationIds', 'reference-unknown', { target: unlisted })
    return says.met('informationIds', 'information-linked', { count: ids.length })
  })
  const complete = demand(
    voiceOfSingle('inventory'),
    'complete',
    facility.inventory?.complete,
    'inventory-complete',
    'inventory-incomplete',
  )
  return [...linked, complete]
}
