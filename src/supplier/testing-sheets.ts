import type { Refusal } from '#shared'
import type { SupplierRoom } from './testing.ts'
import { sayAnswerIssue } from './words/issue.ts'

export const TODAY = '2026-11-22'
export const dueOn = '2026-12-06'
export const given = { answeredBy: '例題 一郎', answeredOn: TODAY, shareable: false } as const

/** A sheet as it was issued, and the code that it gives a fact. */
export async function issued(room: SupplierRoom, supplierId = 's-01') {
  const { sheetId } = await room.suppliers.issueSheet(room.caller, { supplierId, dueOn })
  const sheet = await room.suppliers.readSheet(room.caller, sheetId)
  const codeFor = (field: string) => sheet.questions.find((question) => question.field === field)?.code ?? ''
  return { sheetId, sheet, codeFor }
}

export const stateOf = async ({ assessments, caller }: SupplierRoom, id: string) =>
  (await assessments.loadAssessment(caller)).requirements.find((requirement) => requirement.id === id)

export const saidOf = ({ facts }: Refusal) =>
  (facts.issues as Parameters<typeof sayAnswerIssue>[0][]).map((issue) => sayAnswerIssue(issue, 'ja'))

export async function actsOf({ journal, facilityId }: SupplierRoom): Promise<readonly string[]> {
  const { entries } = await journal.entries({ facilityId }, { act: 'supplier.' }, { limit: 200 })
  return entries.map(({ act }) => act).reverse()
}
