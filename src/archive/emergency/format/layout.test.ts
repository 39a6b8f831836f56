import { expect, it } from 'vitest'
import { CHUNK_BYTES, nonceOf, piecesOf } from './layout.ts'

it('the octets of a span lie in the chunks that it touches, and in no other', () => {
  expect(piecesOf([0, 0])).toEqual([])
  expect(piecesOf([5, 10])).toEqual([{ number: 1, from: 5, to: 15 }])
  expect(piecesOf([CHUNK_BYTES - 1, 2])).toEqual([
    { number: 1, from: CHUNK_BYTES - 1, to: CHUNK_BYTES },
    { number: 2, from: 0, to: 1 },
  ])
  expect(piecesOf([CHUNK_BYTES, CHUNK_BYTES])).toEqual([{ number: 2, from: 0, to: CHUNK_BYTES }])
})

it('no two places of a package have the same nonce', () => {
  const places = (['check', 'about', 'heads', 'words', 'data'] as const).flatMap((series) =>
    [1, 2, 256, 65_536].map((number) => Buffer.from(nonceOf({ series, number })).toString('hex')),
  )
  expect(new Set(places).size).toBe(places.length)
})
