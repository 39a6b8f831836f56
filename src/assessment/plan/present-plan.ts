import type { Edition } from '@omamori/guideline'
import type { Language } from '../contract.ts'
import type { PlanRow } from './plan-rows.ts'
import type { PlanRowView } from './wire.ts'

/** The row with the titles of the requirements it was opened for, in our words. */
export function presentPlanRow(row: PlanRow, edition: Edition, language: Language): PlanRowView {
  const requirements = row.requirements.map(({ id, state }) => {
    const requirement = edition.requirements.find((one) => one.id === id)
    return { id, title: requirement?.title[language] ?? id, section: requirement?.section ?? '', state }
  })
  return { ...row, requirements }
}
