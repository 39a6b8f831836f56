import type { Facility, Item } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { notRecorded, voiceOf } from './rule.ts'
import { type DaysLimit, within } from './within.ts'

/** Whether the newest of these papers was revised within the facility's interval. */
export function checkDocument(
  subject: 'diagram' | 'responsible-list' | 'risk-analysis',
  papers: readonly Item<'document'>[],
  limit: DaysLimit,
  facility: Facility,
  on: Day,
): Finding {
  const dated = papers.filter(({ revisedOn }) => revisedOn !== undefined && revisedOn <= on)
  const newest = dated.toSorted((a, b) => ((a.revisedOn ?? '') < (b.revisedOn ?? '') ? 1 : -1))[0] ?? papers[0]
  if (!newest) return notRecorded(subject)
  const says = voiceOf('document', newest)
  return within({ says, field: 'revisedOn', day: newest.revisedOn, limit, facility, on, met: 'document-held' })
}
