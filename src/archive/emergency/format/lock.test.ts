import { expect, it } from 'vitest'
import { closeChunk, openChunk, packageKey } from './lock.ts'

const cover = { packageId: 'p-1', salt: new Uint8Array(32), rounds: 1_000 }
const words = new TextEncoder().encode('見本')
const place = { series: 'data', number: 7 } as const

it('a chunk opens by the passphrase in either width, and with nothing else, at no other place and in no other package', async () => {
  const closed = await closeChunk(await packageKey('Ａbc-123', cover), place, words)
  expect(await openChunk(await packageKey('Abc-１２３', cover), place, closed)).toEqual(words)
  const key = await packageKey('Abc-123', cover)
  expect(await openChunk(await packageKey('abc-123', cover), place, closed)).toBeUndefined()
  expect(await openChunk(key, { series: 'words', number: 7 }, closed)).toBeUndefined()
  expect(await openChunk(key, { series: 'data', number: 8 }, closed)).toBeUndefined()
  expect(await openChunk({ ...key, packageId: 'p-2' }, place, closed)).toBeUndefined()
  expect(await openChunk(key, place, closed.with(0, (closed[0] ?? 0) ^ 1))).toBeUndefined()
  expect(await openChunk(key, place, closed.subarray(0, 3))).toBeUndefined()
})
