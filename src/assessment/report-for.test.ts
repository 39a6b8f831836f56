import { loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import type { Facility } from '#registry/contract'
import type { Language } from './contract.ts'
import { assess } from './judge.ts'
import { present } from './present.ts'
import { reportFor } from './report-for.ts'
import { withFact } from './testing/change.ts'
import { compliantFacility, ON } from './testing/compliant-facility.ts'

const edition = loadEdition()

function paper(facility: Facility, language: Language = 'ja') {
  const assessment = assess({ edition, facility, attestations: [], exemptions: [], on: ON })
  return reportFor({ edition, facility, presented: present(assessment, edition, language) })
}

const ownerless = withFact(compliantFacility, ['systems', 'emr', 'ownerId'], 'none')

test('what the director decides is said as a decision, and what others do as a request', () => {
  const { decisions, assessment } = paper(ownerless)
  expect(decisions.map(({ requirementId, title }) => [requirementId, title])).toEqual([
    ['6.2.C-7', '「電子カルテ」の責任者を決める'],
  ])
  const gap = assessment.gaps.find(({ requirementId }) => requirementId === '6.2.C-7')
  expect(gap?.sentence).toBe('「電子カルテ」の責任者を決めてください。')
  expect(paper(ownerless, 'en').decisions[0]?.title).toBe('Name a responsible person for “電子カルテ”')
})

test('what is only not known is found out, not decided', () => {
  expect(paper(compliantFacility).decisions).toEqual([])
})
