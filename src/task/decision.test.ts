import { expect, test } from 'vitest'
import { standingOf } from './decision.ts'

test('what costs nothing, or nobody knows what, needs no decision', () => {
  expect(standingOf({ revision: 1 }, undefined)).toBe('not-needed')
  expect(standingOf({ cost: 0, revision: 1 }, undefined)).toBe('not-needed')
})

test('what costs money waits until the director has spoken', () => {
  expect(standingOf({ cost: 1, revision: 1 }, undefined)).toBe('waiting')
  expect(standingOf({ cost: 1, revision: 1 }, { outcome: 'sent-back', revision: 1 })).toBe('sent-back')
})

test('an approval does not cover what was changed after it', () => {
  expect(standingOf({ cost: 100, revision: 1 }, { outcome: 'approved', revision: 1 })).toBe('approved')
  expect(standingOf({ cost: 900, revision: 2 }, { outcome: 'approved', revision: 1 })).toBe('waiting')
})
