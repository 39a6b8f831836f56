import { expect, test } from 'vitest'
import { printable, shortened } from './printable.ts'

test('letters that turn the writing direction do not reach the paper', () => {
  expect(printable('診療\u202e所\u0007')).toBe('診療所')
})

test('a letter made at one hospital is printed as 〓 rather than as nothing', () => {
  expect(printable('山\ue000 太郎')).toBe('山〓 太郎')
})

test('rare letters of names are kept', () => {
  expect(printable('髙﨑 𠮷')).toBe('髙﨑 𠮷')
})

test('a line break in a name is a space', () => {
  expect(printable(' みほん\n診療所 ')).toBe('みほん 診療所')
})

test('a run of letters that fits in no column may be broken anywhere', () => {
  expect(printable('x'.repeat(40)).split('\u200b')).toHaveLength(40)
  expect(printable('omamori.example')).toBe('omamori.example')
})

test('what is cut is marked, and no letter is cut in half', () => {
  expect(shortened('𠮷𠮷𠮷', 2)).toBe('𠮷…')
  expect(shortened('𠮷𠮷𠮷', 3)).toBe('𠮷𠮷𠮷')
})
