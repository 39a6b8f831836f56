import { expect } from 'vitest'
import { needsStrace, strikeCalls } from './failing-calls.ts'
import { line } from './figure.ts'
import { itWith } from './it-with.ts'
import { mutantNamed } from './mutants.ts'

itWith(needsStrace, 'every call of an append may fail once: nothing is lost, and the next append is kept', async () => {
  const figure = await strikeCalls({ entries: 6, detailBytes: 20_000, blobBytes: 100 })(100, 1)
  console.log(line(figure))
  expect(figure).toMatchObject({ lost: 0, corrupt: 0, twoRoots: 0 })
  expect(figure.rounds).toBeGreaterThan(20)
})

itWith(needsStrace, 'failing calls find out a program that acknowledges before the commit', async () => {
  const figure = await strikeCalls({}, mutantNamed('acknowledged-before-commit'))(10, 1)
  expect(figure.lost, line(figure)).toBeGreaterThan(0)
})
