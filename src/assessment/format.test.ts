import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { presentedAssessmentSchema } from './presented-schema.ts'

const page = readFileSync(new URL('../../docs/formats/assessment.md', import.meta.url), 'utf8')

test('the example of the format’s page is what it says', () => {
  const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  expect(() => presentedAssessmentSchema.parse(JSON.parse(example))).not.toThrow()
})

test('the format’s page describes every member of an assessment and of a requirement', () => {
  const { shape } = presentedAssessmentSchema
  const members = [...Object.keys(shape), ...Object.keys(shape.requirements.element.shape)]
  expect(members.filter((member) => !page.includes(`\`${member}`))).toEqual([])
})
