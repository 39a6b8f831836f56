import { expect, test } from 'vitest'
import { addressOf, viewOf } from './view.ts'

test('without a word in the address the list shows what is open among the minimum', () => {
  expect(viewOf({})).toEqual({ kind: 'C', shown: 'open', place: undefined, typed: '' })
  expect(addressOf(viewOf({}))).toBe('/assessment')
})

test('every view comes back from its own address, beside a requirement as well', () => {
  const search = { kind: 'D', state: 'met', chapter: '6.10', q: 'パスワード', mine: '1' }
  const view = viewOf(search)
  const address = new URL(addressOf(view, '6.5.D-4'), 'http://localhost')
  expect(address.pathname).toBe('/assessment/6.5.D-4')
  expect(viewOf(Object.fromEntries(address.searchParams))).toEqual(view)
})

test('whoever searches, searches in all states unless one was chosen', () => {
  expect(viewOf({ q: 'ログ' }).shown).toBe('all')
  expect(viewOf({ q: 'ログ', state: 'open' }).shown).toBe('open')
})

test('a recommended requirement opened from elsewhere is seen in the list of the recommended', () => {
  expect(viewOf({}, { kind: 'D' }).kind).toBe('D')
})

test('what the address does not know is left aside', () => {
  expect(viewOf({ state: 'green', kind: 'E' })).toMatchObject({ shown: 'open', kind: 'C' })
})
