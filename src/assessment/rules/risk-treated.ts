import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { each } from './rule.ts'

/** 6.2.C-6 — every risk found has a control of the guideline that was carried out, or was knowingly accepted. */
export function checkRiskTreated(facility: Facility): readonly Finding[] {
  return each('risk', facility.risks, 'risk', (risk, says) => {
    if (risk.notApplicable) return says.met('notApplicable', 'risk-treated', { treatment: 'not-applicable' })
    if (risk.state === undefined) return says.missing('state')
    if (risk.state === 'planned') return says.notMet('state', 'risk-untreated')
    if (risk.state === 'done' && risk.controls === undefined) return says.missing('controls')
    return says.met('state', 'risk-treated', { treatment: risk.state })
  })
}
