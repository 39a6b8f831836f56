import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { eachEngine } from '../testing.ts'
import { HEADER, SEGMENT_BYTES } from './segments.ts'
import { blobsOn, bytesOf, MIB, newFolders, pathIn, sample } from './testing.ts'

const other = { facilityId: 'facility-b' }
const newFolder = newFolders()

eachEngine('blobs', (open) => {
  const start = async () => {
    const storage = await open()
    const directory = newFolder()
    const pathOf = (sha256: string) => pathIn(directory, sha256)
    return { storage, directory, pathOf, ...blobsOn(storage, directory) }
  }

  it('content of any length comes back as it was, with its name', async () => {
    const { blobs, keep } = await start()
    for (const length of [0, 1, SEGMENT_BYTES - 1, SEGMENT_BYTES, SEGMENT_BYTES + 1, 2 * SEGMENT_BYTES + 5]) {
      const content = randomBytes(length)
      const { blob_id } = await keep(sample, content, '決裁書 髙﨑.pdf')
      const found = await blobs.get(sample, blob_id)
      expect((await bytesOf(found.content)).equals(content)).toBe(true)
      expect(found).toMatchObject({ mediaType: 'application/pdf', name: '決裁書 髙﨑.pdf', length })
    }
  })

  it('a part can be read alone, across the borders of segments', async () => {
    const { blobs, keep } = await start()
    const content = randomBytes(2 * SEGMENT_BYTES + 100)
    const { blob_id } = await keep(sample, content)
    for (const [begin, end] of [
      [0, 10],
      [SEGMENT_BYTES - 3, SEGMENT_BYTES + 3],
      [2 * SEGMENT_BYTES, 2 * SEGMENT_BYTES + 100],
      [SEGMENT_BYTES, 2 * SEGMENT_BYTES],
      [5, 9_999_999],
    ] as const) {
      const part = await bytesOf((await blobs.get(sample, blob_id, { start: begin, end })).content)
      expect(part.equals(content.subarray(begin, end))).toBe(true)
    }
  })

  it('neither the content nor the name lies readable on the disk, and the file is for this user alone', async () => {
    const { keep, pathOf } = await start()
    const row = await keep(sample, Buffer.from('患者 見本 太郎'), '見本 太郎.txt')
    const bytes = readFileSync(pathOf(row.sha256))
    expect(bytes.subarray(0, HEADER.length).equals(HEADER)).toBe(true)
    expect(bytes.includes('見本')).toBe(false)
    expect(Buffer.from(row.name ?? []).includes('見本')).toBe(false)
    expect(statSync(pathOf(row.sha256)).mode & 0o777).toBe(0o600)
  })

  it('a file of another facility is not found', async () => {
    const { blobs, keep } = await start()
    const { blob_id } = await keep(sample, Buffer.from('見本'))
    await expect(blobs.get(other, blob_id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('once destroyed, a file cannot be read, and not destroyed a second time', async () => {
    const { storage, blobs, keep } = await start()
    const { blob_id } = await keep(sample, Buffer.from('見本'), '見本.txt')
    await storage.write(sample, (change) => blobs.destroy(change, blob_id))
    await expect(blobs.get(sample, blob_id)).rejects.toMatchObject({ code: 'not-found' })
    const row = await storage.read(sample, (db) => db.selectFrom('blob').selectAll().executeTakeFirstOrThrow())
    expect(row).toMatchObject({ wrapped_key: null, name: null, destroyed_at: '2026-11-22T00:00:00.000Z' })
    const again = storage.write(sample, (change) => blobs.destroy(change, blob_id))
    await expect(again).rejects.toMatchObject({ code: 'not-found' })
  })

  it('the file of a destroyed key is removed, and no other', async () => {
    const { storage, blobs, keep, pathOf } = await start()
    const row = await keep(sample, Buffer.from('見本'))
    await expect(blobs.sweep(sample, row.blob_id)).rejects.toMatchObject({ code: 'conflict' })
    await storage.write(sample, (change) => blobs.destroy(change, row.blob_id))
    await expect(blobs.sweep(other, row.blob_id)).rejects.toMatchObject({ code: 'not-found' })
    expect(existsSync(pathOf(row.sha256))).toBe(true)
    await blobs.sweep(sample, row.blob_id)
    expect(existsSync(pathOf(row.sha256))).toBe(false)
    await blobs.sweep(sample, row.blob_id)
  })

  it('content that is too large is refused, and nothing of it is left', async () => {
    const { blobs, directory } = await start()
    async function* endless() {
      for (;;) yield randomBytes(MIB)
    }
    const putting = blobs.put(sample, endless(), { mediaType: 'video/mp4', maxBytes: 3 * MIB })
    await expect(putting).rejects.toMatchObject({ code: 'too-large' })
    expect(readdirSync(directory)).toEqual([])
  })

  it('a file that was changed, cut off, put together anew or lost is reported as corrupt', async () => {
    const { blobs, keep, pathOf } = await start()
    const row = await keep(sample, randomBytes(3 * SEGMENT_BYTES))
    const path = pathOf(row.sha256)
    const whole = readFileSync(path)
    const box = SEGMENT_BYTES + 16
    const first = whole.subarray(HEADER.length, HEADER.length + box)
    const second = whole.subarray(HEADER.length + box, HEADER.length + 2 * box)
    const rest = whole.subarray(HEADER.length + 2 * box)
    const damages: readonly (() => void)[] = [
      () => writeFileSync(path, whole.with(whole.length - 1, (whole.at(-1) ?? 0) ^ 1)),
      () => writeFileSync(path, whole.with(3, 0)),
      () => truncateSync(path, HEADER.length + 2 * box),
      () => writeFileSync(path, Buffer.concat([HEADER, second, first, rest])),
      () => writeFileSync(path, Buffer.concat([HEADER, first, first, rest])),
      () => rmSync(path),
    ]
    for (const damage of damages) {
      writeFileSync(path, whole)
      damage()
      const reading = blobs.get(sample, row.blob_id).then((found) => bytesOf(found.content))
      await expect(reading).rejects.toMatchObject({ code: 'corrupt' })
    }
  })
})
