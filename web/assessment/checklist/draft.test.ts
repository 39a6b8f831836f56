import { expect, test } from 'vitest'
import { choose, draftOf, nextOf } from './draft.ts'

const stored = { round: 1, answer: 'yes', checkedOn: '2026-11-20', by: '例題 一郎', version: 1 } as const
const today = '2026-11-22'

test('a row that nobody touched is not saved', () => {
  expect(nextOf(draftOf(undefined), undefined)).toBe('nothing')
  expect(nextOf(draftOf(stored), stored)).toBe('nothing')
})

test('a yes is kept with the day of today', () => {
  const draft = choose({}, 'yes', today)
  expect(draft).toEqual({ answer: 'yes', checkedOn: '2026-11-22' })
  expect(nextOf(draft, undefined)).toBe('keep')
})

test('a no waits for its target day', () => {
  const draft = choose({}, 'no', today)
  expect(nextOf(draft, undefined)).toBe('wait')
  expect(nextOf({ ...draft, targetOn: '2027-03-31' }, undefined)).toBe('keep')
})

test('a no that becomes a yes keeps its day and loses its target', () => {
  const draft = choose({ answer: 'no', checkedOn: '2026-11-01', targetOn: '2027-03-31' }, 'yes', today)
  expect(draft).toEqual({ answer: 'yes', checkedOn: '2026-11-01' })
})

test('without a day of the check nothing is saved, and no answer takes the stored one back', () => {
  expect(nextOf({ answer: 'yes' }, stored)).toBe('wait')
  expect(nextOf(choose(draftOf(stored), undefined, today), stored)).toBe('withdraw')
})
