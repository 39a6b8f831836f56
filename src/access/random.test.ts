import { expect, test } from 'vitest'
import { inGroups, newId, randomText, readCode } from './random.ts'

test('a code as typed is forgiven width, case, hyphens, spaces and look-alikes', () => {
  expect(readCode(' ７f3k‐9qtm ー 2xwd')).toBe('7F3K9QTM2XWD')
  expect(readCode('olI0')).toBe('0110')
})

test('every letter of the alphabet can be drawn', () => {
  const bytes = () => Uint8Array.from({ length: 32 }, (_, index) => index)
  expect(randomText(bytes, 32)).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ')
})

test('an id is lower case and fit for every place', () => {
  expect(newId((size) => new Uint8Array(size).fill(255))).toBe('z'.repeat(26))
})

test('groups of four, without a hyphen at the end', () => {
  expect(inGroups('7F3K9QTM2XWD')).toBe('7F3K-9QTM-2XWD')
})
