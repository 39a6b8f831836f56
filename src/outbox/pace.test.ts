import { expect, it } from 'vitest'
import { LONGEST_PAUSE_MS, nextAttempt } from './pace.ts'

const madeAt = '2026-11-23T00:00:00.000Z'

it('pauses grow, and after two days it is given up', () => {
  const pauses: number[] = []
  let now: string = madeAt
  for (let attempts = 1; ; attempts += 1) {
    const next = nextAttempt(attempts, madeAt, now)
    if (next === undefined) break
    pauses.push((Date.parse(next) - Date.parse(now)) / 60_000)
    now = next
  }
  expect(pauses.slice(0, 6)).toEqual([1, 5, 15, 60, 180, 180])
  expect(pauses).toHaveLength(19)
  expect(Math.max(...pauses) * 60_000).toBe(LONGEST_PAUSE_MS)
  expect(Date.parse(now) - Date.parse(madeAt)).toBeLessThanOrEqual(48 * 3_600_000)
})
