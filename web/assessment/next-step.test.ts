import { expect, test } from 'vitest'
import { stepOf } from './next-step.ts'
import type { Gap } from './rows.ts'

const about = { kind: 'system', id: 'emr', name: '電子カルテ', field: 'log.reviewedOn' }

function gap(code: string, rest: Partial<Gap> & { readonly facts?: Gap['action']['facts'] } = {}): Gap {
  const { facts = {}, ...others } = rest
  const action = { code, sentence: '', facts }
  return { requirementId: '6.5.C-7', title: '', state: 'unknown', weight: 1, sentence: '', action, ...others }
}

test('a step about a fact leads to the very field', () => {
  expect(stepOf(gap('review-overdue', { about }))).toEqual({
    kind: 'fact',
    name: '電子カルテ',
    href: '/registry/system/emr?field=log.reviewedOn',
  })
})

test('an unanswered question leads to the question', () => {
  const step = stepOf(gap('answer-question', { facts: { fact: 'usesWirelessLan' } }))
  expect(step).toEqual({ kind: 'question', href: '/registry/practices?field=usesWirelessLan' })
})

test('what only a supplier knows leads to the questions to suppliers', () => {
  expect(stepOf(gap('ask-supplier', { about }))).toEqual({ kind: 'supplier', href: '/suppliers' })
})

test('where a person is waited for, the step is a word, whatever was found', () => {
  expect(stepOf(gap('confirm-in-person', { about }))).toEqual({ kind: 'attest' })
  expect(stepOf(gap('attest'))).toEqual({ kind: 'attest' })
})
