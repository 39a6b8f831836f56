import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { each } from './rule.ts'

/** 6.5.C-8 — the log of every system can only be added to, or is kept from those who have no business with it. */
export function checkLogProtected(facility: Facility): readonly Finding[] {
  return each('system', facility.systems, 'system', ({ log }, says) => {
    const protection = log?.protection
    if (protection === undefined) return says.missing('log.protection')
    if (protection === 'none') return says.notMet('log.protection', 'log-unprotected')
    return says.met('log.protection', 'log-protected', { protection })
  })
}
