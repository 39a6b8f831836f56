import { type Facility, type Item, threats } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { each, referenceTo, type Voice } from './rule.ts'
import { within } from './within.ts'

/**
 * 6.2.C-4 — every listed information has a risk analysed within the facility's interval, and each of the seven groups
 * of threats of 別冊 is spoken of, be it to say that it does not apply.
 */
export function checkRiskAnalysed(facility: Facility, on: Day): readonly Finding[] {
  const risks = facility.risks ?? []
  const analysed = each('information', facility.information, 'information', (information, says) => {
    const own = risks.filter((risk) => risk.informationIds?.includes(information.id))
    return own.length === 0 ? says.unknown('', 'risk-not-recorded') : checkLatest(own, says, facility, on)
  })
  return [...analysed, ...Object.keys(threats).map((threat) => checkThreat(risks, threat))]
}

function checkLatest(risks: readonly Item<'risk'>[], says: Voice, facility: Facility, on: Day): Finding {
  const dated = risks.filter((risk) => risk.analysedOn !== undefined && risk.analysedOn <= on)
  const latest = dated.toSorted((a, b) => ((a.analysedOn ?? '') < (b.analysedOn ?? '') ? 1 : -1))[0] ?? risks[0]
  const finding = within({
    says,
    field: '',
    day: latest?.analysedOn,
    limit: 'riskReviewDays',
    facility,
    on,
    met: 'risk-analysed',
  })
  if (!latest) return finding
  const risk = referenceTo('risk', latest, 'analysedOn')
  if (finding.code === 'missing') return { ...finding, about: risk }
  return { ...finding, about: risk, facts: { ...finding.facts, information: finding.about?.name ?? '' } }
}

function checkThreat(risks: readonly Item<'risk'>[], threat: string): Finding {
  const risk = risks.find((candidate) => candidate.threats?.some((named) => named === threat))
  if (!risk) return { state: 'unknown', code: 'threat-not-analysed', facts: { threat } }
  return { state: 'met', code: 'threat-addressed', about: referenceTo('risk', risk, 'threats'), facts: { threat } }
}
