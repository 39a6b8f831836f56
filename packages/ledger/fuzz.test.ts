import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'

test('of four thousand mutated proofs and notes none is believed', async () => {
  expect(await fuzz(2026, 0, 4000)).toEqual({
    inclusion: 1000,
    consistency: 1000,
    notes: 1000,
    receipts: 1000,
    accepted: [],
  })
})

test('a mutant follows from the seed and its number alone', async () => {
  const whole = await fuzz(7, 0, 40)
  const parts = [await fuzz(7, 0, 13), await fuzz(7, 13, 40)]
  expect(parts.map(({ notes }) => notes).reduce((sum, count) => sum + count)).toBe(whole.notes)
})
