import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { demand, each } from './rule.ts'

/** 6.5.C-3 — where a card or the like opens a system, there is a procedure for the day it is broken or left at home. */
export function checkSpareProcedure(facility: Facility): readonly Finding[] {
  return each('system', facility.systems, 'card-system', ({ authentication }, says) => {
    const factors = authentication?.factors ?? []
    if (factors.length === 0) return says.missing('authentication.factors')
    if (!factors.includes('possession')) return []
    const { spareProcedure } = authentication ?? {}
    return demand(says, 'authentication.spareProcedure', spareProcedure, 'spare-procedure', 'no-spare-procedure')
  })
}
