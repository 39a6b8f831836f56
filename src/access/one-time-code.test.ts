import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { drawCode, expiryOf, facilityIdOf, hashOfTyped } from './one-time-code.ts'

test('what is shown opens what is kept', () => {
  const { shown, hash } = drawCode(randomBytes, 'invitation')
  expect(shown).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  expect(hashOfTyped('invitation', shown.toLowerCase().replaceAll('-', ' '))).toBe(hash)
})

test('a code drawn for one purpose does not open another', () => {
  const { shown, hash } = drawCode(randomBytes, 'invitation')
  expect(hashOfTyped('reset', shown)).not.toBe(hash)
})

test.each(['', '7F3K', '7F3K-9QTM-2XWU', '7F3K-9QTM-2XWD-7F3K', '見本'])('%j cannot be a code', (typed) => {
  expect(hashOfTyped('setup', typed)).toBeUndefined()
})

test('the facility to be made is drawn from the code and tells nothing of it', () => {
  const { hash } = drawCode(randomBytes, 'setup')
  expect(facilityIdOf(hash)).toMatch(/^f[0-9a-f]{25}$/)
  expect(hash).not.toContain(facilityIdOf(hash).slice(1))
})

test('an invitation is good for three days', () => {
  expect(expiryOf('invitation', '2026-11-22T01:02:03.004Z')).toBe('2026-11-25T01:02:03.004Z')
})
