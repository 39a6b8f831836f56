import { expect, it } from 'vitest'
import { CHUNK_BYTES } from './format/layout.ts'
import { openLines, openTape } from './series-writer.ts'

const kept = () => {
  const chunks: Uint8Array[] = []
  return { chunks, keep: async (_: number, bytes: Uint8Array) => void chunks.push(bytes) }
}

it('the tape is cut into chunks of one size, and a span says where its octets lie', async () => {
  const { chunks, keep } = kept()
  const tape = openTape(keep)
  expect(await tape.write(new Uint8Array(CHUNK_BYTES - 1))).toEqual([0, CHUNK_BYTES - 1])
  expect(await tape.write(Uint8Array.of(7, 8, 9))).toEqual([CHUNK_BYTES - 1, 3])
  expect(await tape.end()).toBe(2)
  expect(chunks.map(({ length }) => length)).toEqual([CHUNK_BYTES, 2])
  expect([chunks[0]?.at(-1), ...(chunks[1] ?? [])]).toEqual([7, 8, 9])
})

it('lines fill chunks of JSON, each whole and none larger than a chunk', async () => {
  const { chunks, keep } = kept()
  const lines = openLines(keep)
  const line = 'あ'.repeat(400_000)
  for (let number = 0; number < 5; number++) await lines.write([number, line])
  expect(await lines.end()).toBe(2)
  const read = chunks.map((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as readonly [number, string][])
  expect(read.flat().map(([number, text]) => [number, text === line])).toEqual(
    [0, 1, 2, 3, 4].map((one) => [one, true]),
  )
  expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThanOrEqual(CHUNK_BYTES)
  await expect(lines.write(['あ'.repeat(CHUNK_BYTES)])).rejects.toThrow(RangeError)
})

it('nothing makes no chunk', async () => {
  const { chunks, keep } = kept()
  expect([await openTape(keep).end(), await openLines(keep).end(), chunks]).toEqual([0, 0, []])
})
