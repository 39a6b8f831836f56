import { expect, test } from 'vitest'
import { type Draft, isSameDraft, isWhole, sentOf } from './draft.ts'

test.each<[Draft, boolean]>([
  [{}, false],
  [{ verdict: 'value', value: '' }, false],
  [{ verdict: 'value', value: [] }, false],
  [{ verdict: 'value', value: false }, true],
  [{ verdict: 'not-known' }, true],
  [{ verdict: 'not-concerned' }, false],
  [{ verdict: 'not-concerned', note: ' ' }, false],
  [{ verdict: 'not-concerned', note: '使っていない' }, true],
])('%j can be sent: %s', (draft, whole) => {
  expect(isWhole(draft)).toBe(whole)
})

test('what was written before somebody chose "not known" is not sent', () => {
  expect(sentOf({ verdict: 'not-known', value: '13', note: '' })).toEqual({ verdict: 'not-known' })
  expect(isSameDraft({ verdict: 'value', value: '13' }, { verdict: 'value', value: '13', note: ' ' })).toBe(true)
})
