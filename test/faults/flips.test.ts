import { expect, it } from 'vitest'
import { line } from './figure.ts'
import { strikeFlips } from './flips.ts'

const FLIPS = 200

it('a bit that turns over in the journal or in a file is found, and no false root is signed afterwards', {
  timeout: 240_000,
}, async () => {
  const figure = await strikeFlips(FLIPS, 1)
  console.log(line(figure))
  expect(figure).toMatchObject({ rounds: FLIPS, lost: 0, twoRoots: 0 })
  expect(figure.found).toBeGreaterThan(FLIPS * 0.9)
})
