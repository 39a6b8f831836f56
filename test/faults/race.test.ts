import { expect } from 'vitest'
import { line } from './figure.ts'
import { itWith } from './it-with.ts'
import { needsPostgres, racePostgres, raceSqlite } from './race.ts'

itWith(
  () => undefined,
  'eight processes on one data directory: one at a time writes, and nothing is lost',
  async () => {
    const figure = await raceSqlite(1, 1)
    console.log(line(figure))
    expect(figure).toMatchObject({ rounds: 1, lost: 0, corrupt: 0, twoRoots: 0 })
  },
)

itWith(needsPostgres, 'eight processes on one log of PostgreSQL write one history', async () => {
  const figure = await racePostgres(1, 1)
  console.log(line(figure))
  expect(figure).toMatchObject({ rounds: 1, lost: 0, corrupt: 0, twoRoots: 0 })
  expect(figure.found).toBeGreaterThan(100)
})
