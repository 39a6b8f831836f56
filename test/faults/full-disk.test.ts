import { expect } from 'vitest'
import { line } from './figure.ts'
import { limitedFiles, needsPrlimit, strikeFullDisk } from './full-disk.ts'
import { itWith } from './it-with.ts'

const ROUNDS = 8

itWith(needsPrlimit, 'a disk may be full and free again, over and over, without a restart', async () => {
  const figure = await strikeFullDisk(limitedFiles)(ROUNDS, 1)
  console.log(line(figure))
  expect(figure).toMatchObject({ rounds: ROUNDS, lost: 0, corrupt: 0, twoRoots: 0 })
  expect(figure.found).toBeGreaterThan(ROUNDS)
})
