import type { Facility, Item } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { referenceTo, voiceOf } from './rule.ts'

/** Whether a paper is in force: revised on a known day, and approved by a person of the registry. */
export function checkInForce(paper: Item<'document'>, facility: Facility, on: Day): Finding {
  const says = voiceOf('document', paper)
  const { approvedById, revisedOn } = paper
  if (revisedOn === undefined) return says.missing('revisedOn')
  if (revisedOn > on) return says.unknown('revisedOn', 'day-in-future', { day: revisedOn })
  if (approvedById === undefined) return says.missing('approvedById')
  const approver = facility.persons?.find(({ id }) => id === approvedById)
  if (!approver) return says.unknown('approvedById', 'reference-unknown', { target: approvedById })
  const facts = { approver: approver.name, day: revisedOn }
  return says.met('approvedById', 'paper-approved', facts, [referenceTo('person', approver)])
}
