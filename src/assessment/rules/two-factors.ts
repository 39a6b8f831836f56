import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { each } from './rule.ts'

/** 6.5.D-5 — every system asks for two independent factors; one asked at the entrance of the room may be the second. */
export function checkTwoFactors(facility: Facility): readonly Finding[] {
  return each('system', facility.systems, 'system', ({ authentication }, says) => {
    const { factors = [], roomFactor } = authentication ?? {}
    const asked = new Set<string>([...factors, ...(roomFactor && roomFactor !== 'none' ? [roomFactor] : [])])
    const figures = { factors: [...asked].join(',') }
    if (new Set(factors).size >= 2) return says.met('authentication.factors', 'two-factors', figures)
    if (asked.size >= 2) return says.met('authentication.roomFactor', 'two-factors', figures)
    if (factors.length === 0) return says.missing('authentication.factors')
    if (roomFactor === undefined) return says.missing('authentication.roomFactor')
    return says.notMet('authentication.factors', 'one-factor', figures)
  })
}
