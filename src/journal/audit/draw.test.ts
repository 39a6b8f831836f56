import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { draw } from './draw.ts'

it('as many different blocks are drawn as were asked for, all of them below the end', () => {
  for (let count = 0; count <= 40; count += 1) {
    const drawn = draw(count, 40, randomBytes)
    expect(new Set(drawn).size).toBe(count)
    expect(drawn.every((block) => block >= 0 && block < 40)).toBe(true)
  }
})

it('asked for more than there are, all are drawn', () => {
  expect(draw(9, 3, randomBytes)).toEqual([0, 1, 2])
  expect(draw(1, 0, randomBytes)).toEqual([])
})

it('no block is drawn more often than another', () => {
  const times = new Array<number>(10).fill(0)
  for (let round = 0; round < 10_000; round += 1)
    for (const block of draw(2, 10, randomBytes)) times[block] = (times[block] ?? 0) + 1
  // 2,000 expected, 40 the standard deviation: ten of them off happens to nobody.
  for (const count of times) expect(Math.abs(count - 2_000)).toBeLessThan(400)
})
