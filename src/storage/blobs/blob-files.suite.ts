import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { BlobFiles, FoundFile } from './blob-files.ts'

const MIB = 1024 * 1024
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export async function* piecesOf(bytes: Uint8Array, length = 700_001): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length)
}

export async function listOf(files: BlobFiles): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = []
  for await (const file of files.list()) found.push(file)
  return found
}

/** What every place of files promises, wherever it is; `open` gives an empty one. */
export function blobFilesSuite(name: string, open: () => Promise<BlobFiles>): void {
  describe(name, () => {
    it('keeps files of any length under the digest of what they hold', async () => {
      const files = await open()
      for (const length of [0, 1, 5 * MIB, 8 * MIB - 1, 8 * MIB, 8 * MIB + 1, 17 * MIB + 3]) {
        const bytes = randomBytes(length)
        const { sha256 } = await files.keep(piecesOf(bytes))
        expect(sha256).toBe(sha256Of(bytes))
        expect(await files.digest(sha256)).toEqual({ sha256, length })
        expect(Buffer.from(await files.read(sha256, 0, length + 10)).equals(bytes)).toBe(true)
      }
    }, 120_000)

    it('reads a part, and no more than there is', async () => {
      const files = await open()
      const bytes = randomBytes(10 * MIB)
      const { sha256 } = await files.keep(piecesOf(bytes))
      for (const [offset, length] of [
        ...([
          [0, 4],
          [8 * MIB - 2, 5],
          [10 * MIB - 3, 100],
          [10 * MIB, 5],
          [11 * MIB, 5],
          [7, 0],
        ] as const),
      ]) {
        const part = await files.read(sha256, offset, length)
        expect(Buffer.from(part).equals(bytes.subarray(offset, offset + length))).toBe(true)
      }
    })

    it('says of what is not there that it is missing', async () => {
      const files = await open()
      const nobody = sha256Of(Buffer.from('nobody kept this'))
      expect(await files.digest(nobody)).toBeUndefined()
      await expect(files.read(nobody, 0, 4)).rejects.toMatchObject({ code: 'corrupt', facts: { sha256: nobody } })
      await expect(files.read(nobody, 0, 0)).rejects.toMatchObject({ code: 'corrupt' })
      await files.remove(nobody)
    })

    it('keeps the same content twice as one file', async () => {
      const files = await open()
      const bytes = randomBytes(1000)
      const kept = await files.keep(piecesOf(bytes))
      expect(await files.keep(piecesOf(bytes))).toEqual(kept)
      expect((await listOf(files)).map(({ sha256 }) => sha256)).toEqual([kept.sha256])
      await files.remove(kept.sha256)
      expect(await files.digest(kept.sha256)).toBeUndefined()
    })

    it('lists what lies there, and forgets what was removed', async () => {
      const files = await open()
      const begun = Date.now()
      const kept: string[] = []
      for (let index = 0; index < 8; index += 1) kept.push((await files.keep(piecesOf(randomBytes(100)))).sha256)
      const [removed = '', removedByList = '', ...left] = kept
      await files.remove(removed)
      await (await listOf(files)).find(({ sha256 }) => sha256 === removedByList)?.remove()
      const found = await listOf(files)
      expect(found.map(({ sha256 }) => sha256).toSorted()).toEqual(left.toSorted())
      for (const { isRecent, changedAt } of found) {
        expect(isRecent).toBe(true)
        // The clock of the place may count whole seconds, or be a little off.
        expect(Math.abs(changedAt - begun)).toBeLessThan(120_000)
      }
    })

    it('what breaks off leaves nothing, however much of it was sent', async () => {
      const files = await open()
      async function* broken(length: number) {
        yield* piecesOf(randomBytes(length))
        throw new Error('the sender went away')
      }
      for (const length of [100, 20 * MIB])
        await expect(files.keep(broken(length))).rejects.toThrow('the sender went away')
      expect(await listOf(files)).toEqual([])
    })

    it('several are kept at once', async () => {
      const files = await open()
      const contents = Array.from({ length: 6 }, (_, index) => randomBytes(index * 3 * MIB + 10))
      const kept = await Promise.all(contents.map((bytes) => files.keep(piecesOf(bytes))))
      expect(kept.map(({ sha256 }) => sha256)).toEqual(contents.map(sha256Of))
      expect(await listOf(files)).toHaveLength(6)
    })
  })
}
