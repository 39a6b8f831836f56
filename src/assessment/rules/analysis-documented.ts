import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { checkDocument } from './document.ts'
import { voiceOf } from './rule.ts'

/** 6.2.D-1 — the analysis is written down in a paper with a version, revised within the facility's interval. */
export function checkAnalysisDocumented(facility: Facility, on: Day): readonly Finding[] {
  const papers = (facility.documents ?? []).filter(({ kind }) => kind === 'risk-analysis')
  const unversioned = papers.filter(({ version }) => version === undefined)
  return [
    checkDocument('risk-analysis', papers, 'riskReviewDays', facility, on),
    ...unversioned.map((paper) => voiceOf('document', paper).missing('version')),
  ]
}
