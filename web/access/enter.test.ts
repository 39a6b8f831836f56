import { expect, test } from 'vitest'
import { ownAddress } from './enter.ts'

test('an address of another site never follows a sign-in', () => {
  expect(ownAddress('https://example.com/')).toBe('/')
  expect(ownAddress('//example.com/')).toBe('/')
  expect(ownAddress('/\\example.com/')).toBe('/')
  expect(ownAddress(undefined)).toBe('/')
})

test('the page that was asked for follows a sign-in', () => {
  expect(ownAddress('/assessment?state=unknown')).toBe('/assessment?state=unknown')
})
