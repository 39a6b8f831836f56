import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'
import { targets } from './targets.ts'

test.each(targets)('two thousand mutants of $name are read or refused, and nothing else happens', (target) => {
  const { read, refused, thrown } = fuzz(target, 2026, 0, 2000)
  expect(thrown).toEqual([])
  expect(read + refused).toBe(2000)
  expect(refused).toBeGreaterThan(100)
})

test.each(targets)('the honest inputs of $name are read', (target) => {
  for (const sample of target.samples()) target.read(sample)
})

test.each(targets)('a mutant of $name follows from the seed and its number alone', (target) => {
  const whole = fuzz(target, 7, 0, 60)
  const parts = [fuzz(target, 7, 0, 23), fuzz(target, 7, 23, 60)]
  expect(parts.reduce((sum, { read }) => sum + read, 0)).toBe(whole.read)
})
