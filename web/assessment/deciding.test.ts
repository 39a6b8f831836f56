import { expect, test } from 'vitest'
import { isOverdue, whyOf } from './deciding.ts'

const met = { state: 'met', code: 'a', sentence: '足りています。', facts: {} } as const
const stale = { state: 'unknown', code: 'facts-stale', sentence: '確かめた日が古いです。', facts: {} } as const

test('the finding that decides is told before the reason, and a good finding explains nothing unknown', () => {
  expect(whyOf({ state: 'unknown', reasonSentence: '記載が古いです。', findings: [met, stale] })).toBe(stale.sentence)
  expect(whyOf({ state: 'unknown', reasonSentence: '人を待っています。', findings: [met] })).toBe('人を待っています。')
})

test('facts that were confirmed too long ago are overdue, and nothing that is decided is', () => {
  expect(isOverdue({ state: 'unknown', findings: [stale] })).toBe(true)
  expect(isOverdue({ state: 'unknown', reason: 'attestation-expired', findings: [] })).toBe(true)
  expect(isOverdue({ state: 'not-met', findings: [stale] })).toBe(false)
})
