import fc from 'fast-check'
import { expect, it } from 'vitest'
import { backOffMs, jittered, ROUND_MS } from './pace.ts'

it('who fails is asked more and more rarely, and never given up', () => {
  const waits = Array.from({ length: 40 }, (_, failures) => backOffMs(failures))
  expect(waits.slice(0, 4)).toEqual([0, ROUND_MS, 2 * ROUND_MS, 4 * ROUND_MS])
  expect(waits.toSorted((a, b) => a - b)).toEqual(waits)
  expect(waits.at(-1)).toBe(6 * 3_600_000)
})

it('no two need come at the same time, and none comes much earlier or later', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (random) => {
      expect(Math.abs(jittered(1000, random) - 1000)).toBeLessThanOrEqual(200)
    }),
  )
})
