import { type Checklist, itemsOfSheet } from '@omamori/guideline'
import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import type { Assessment, JudgedRequirement } from '../contract.ts'
import type { Confirmation, FilledChecklist, FilledRow, FilledSheet, Proposal } from './contract.ts'
import { proposalFor } from './proposal.ts'
import { sheetsOf, type WantedSheet } from './sheets-of.ts'

interface Material {
  readonly checklist: Checklist
  readonly assessment: Assessment
  readonly facility: Facility
  readonly confirmations: readonly Confirmation[]
  readonly on: Day
}

/**
 * チェックリスト — the form with what the assessment proposes and what people have answered until the day. A proposal is
 * no answer, and an answer the assessment contradicts is marked so. The same material gives the same form.
 */
export function proposeChecklist(material: Material): FilledChecklist {
  const { checklist, assessment, facility, on } = material
  const judged = new Map(assessment.requirements.map((one) => [one.id, one]))
  return {
    checklist: checklist.id,
    facility: facility.profile.name,
    sample: facility.sample ?? false,
    on,
    sheets: sheetsOf(facility).map((wanted) => fill(wanted, material, judged)),
  }
}

function fill(
  wanted: WantedSheet,
  { checklist, confirmations, on }: Material,
  judged: ReadonlyMap<string, JudgedRequirement>,
): FilledSheet {
  const given = confirmations.filter(
    ({ sheet, supplierId, checkedOn }) => sheet === wanted.sheet && supplierId === wanted.supplierId && checkedOn <= on,
  )
  const rows = itemsOfSheet(checklist, wanted.sheet).map((item): FilledRow => {
    const proposal = wanted.sheet === 'supplier' ? supplierAsked : proposalFor(item, judged)
    const answers = given.filter(({ itemId }) => itemId === item.id).sort((a, b) => a.round - b.round)
    return { itemId: item.id, proposal, answers, contradicted: isContradicted(answers, proposal) }
  })
  return { ...wanted, rows }
}

/** A supplier's sheet goes out blank: what the facility knows of a system is not what the supplier has to say. */
const supplierAsked: Proposal = { reason: 'supplier-asked', requirements: [], findings: [] }

function isContradicted(answers: readonly Confirmation[], proposal: Proposal): boolean {
  return answers.at(-1)?.answer === 'yes' && proposal.answer === 'no'
}
