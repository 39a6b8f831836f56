import { expect, test } from 'vitest'
import { decidingFinding, decidingWord, isOverdue } from './deciding.ts'

const met = { state: 'met', code: 'a', sentence: '足りています。', facts: {} } as const
const stale = { state: 'unknown', code: 'facts-stale', sentence: '確かめた日が古いです。', facts: {} } as const

const word = {
  kind: 'attestation',
  source: 'statement',
  statement: '掲示を見て確かめました。',
  by: '見本 太郎',
  takenOn: '2026-11-23',
  validUntil: '2027-11-23',
  expired: false,
} as const

test('the finding that says what the state says decides, and a good finding explains nothing unknown', () => {
  expect(decidingFinding({ state: 'unknown', findings: [met, stale], evidence: [] })).toBe(stale)
  expect(decidingFinding({ state: 'unknown', findings: [met], evidence: [] })).toBeUndefined()
})

test('what is met stands on a person’s word while it counts', () => {
  expect(decidingWord({ state: 'met', findings: [], evidence: [word] })).toBe(word)
  expect(decidingWord({ state: 'met', findings: [], evidence: [{ ...word, expired: true }] })).toBeUndefined()
  expect(decidingWord({ state: 'unknown', findings: [], evidence: [word] })).toBeUndefined()
})

test('facts that were confirmed too long ago are overdue, and nothing that is decided is', () => {
  expect(isOverdue({ state: 'unknown', findings: [stale], evidence: [] })).toBe(true)
  expect(isOverdue({ state: 'unknown', reason: 'attestation-expired', findings: [], evidence: [] })).toBe(true)
  expect(isOverdue({ state: 'not-met', findings: [stale], evidence: [] })).toBe(false)
})
