import { type Checklist, type ChecklistItem, itemsOfSheet } from '@omamori/guideline'
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
  /** What was answered to the form of the year before. */
  readonly lastYear?: { readonly checklist: string; readonly confirmations: readonly Confirmation[] }
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
    lastYear: material.lastYear?.checklist,
    facility: facility.profile.name,
    sample: facility.sample ?? false,
    on,
    sheets: sheetsOf(facility).map((wanted) => fill(wanted, material, judged)),
  }
}

function fill(
  wanted: WantedSheet,
  { checklist, confirmations, lastYear, on }: Material,
  judged: ReadonlyMap<string, JudgedRequirement>,
): FilledSheet {
  const given = onSheet(wanted, confirmations, on)
  const before = onSheet(wanted, lastYear?.confirmations ?? [], on)
  const asked = itemsOfSheet(checklist, wanted.sheet)
  const rows = asked.map((item): FilledRow => {
    const proposal = wanted.sheet === 'supplier' ? supplierAsked : proposalFor(item, judged)
    const answers = answersTo(item, given)
    const contradicted = isContradicted(answers, proposal)
    return { itemId: item.id, proposal, answers, lastYear: answersTo(item, before).at(-1), contradicted }
  })
  const left = checklist.items.filter((item) => !asked.includes(item)).map((item) => leftRow(item, given))
  return { ...wanted, rows: [...rows, ...left.filter(({ answers }) => answers.length > 0)] }
}

/** The answers that stand on a sheet, by the day. */
function onSheet(wanted: WantedSheet, confirmations: readonly Confirmation[], on: Day): readonly Confirmation[] {
  return confirmations.filter(
    ({ sheet, supplierId, checkedOn }) => sheet === wanted.sheet && supplierId === wanted.supplierId && checkedOn <= on,
  )
}

function answersTo({ id }: ChecklistItem, given: readonly Confirmation[]): readonly Confirmation[] {
  return given.filter(({ itemId }) => itemId === id).toSorted((a, b) => a.round - b.round)
}

/** A row that a newer version of the form no longer asks on this sheet: its answers are kept and shown as such. */
function leftRow(item: ChecklistItem, given: readonly Confirmation[]): FilledRow {
  const proposal: Proposal = { reason: 'no-longer-asked', requirements: [], findings: [] }
  return { itemId: item.id, proposal, answers: answersTo(item, given), contradicted: false }
}

/** A supplier's sheet goes out blank: what the facility knows of a system is not what the supplier has to say. */
const supplierAsked: Proposal = { reason: 'supplier-asked', requirements: [], findings: [] }

function isContradicted(answers: readonly Confirmation[], proposal: Proposal): boolean {
  return answers.at(-1)?.answer === 'yes' && proposal.answer === 'no'
}
