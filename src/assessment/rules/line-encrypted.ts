import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { eachMedicalConnection } from './medical-connection.ts'

/**
 * 6.11.C-1 — on every line that carries medical information nobody can listen or change anything. Where a closed
 * network is trusted instead, its carrier was asked how far it is closed.
 */
export function checkLineEncrypted(facility: Facility, on: Day): readonly Finding[] {
  return eachMedicalConnection(facility, 'medical-connection', ({ kind, encryption, closedScopeOn }, says) => {
    if (encryption === undefined) return says.missing('encryption')
    if (encryption !== 'none') return says.met('encryption', 'line-encrypted', { encryption })
    if (kind === undefined) return says.missing('kind')
    if (kind !== 'closed-network') return says.notMet('encryption', 'line-unencrypted')
    if (closedScopeOn === undefined) return says.missing('closedScopeOn')
    if (closedScopeOn > on) return says.unknown('closedScopeOn', 'day-in-future', { day: closedScopeOn })
    return says.met('closedScopeOn', 'closed-scope-known', { day: closedScopeOn })
  })
}
