import { expect, test } from 'vitest'
import { proposedDue } from './due-rule.ts'

const today = '2026-11-22'

test('what weighs more is due sooner', () => {
  expect(proposedDue(1850, today)).toBe('2026-12-06')
  expect(proposedDue(1501, today)).toBe('2026-12-22')
  expect(proposedDue(1300, today)).toBe('2027-02-20')
})

test('what is not known yet has time to be asked for', () => {
  expect(proposedDue(812, today)).toBe('2027-01-21')
  expect(proposedDue(1, today)).toBe('2027-05-21')
})
