import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { eachEngine } from '../testing.ts'
import { blobsOn, MIB, newFolders, pathIn, sample } from './testing.ts'

const other = { facilityId: 'facility-b' }
const newFolder = newFolders()

async function* inPieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 10_000) yield content.subarray(at, at + 10_000)
}

eachEngine('contents that are the same', (open) => {
  const start = async () => {
    const [storage, directory] = [await open(), newFolder()]
    const files = () => readdirSync(directory, { recursive: true }).filter((name) => `${name}`.length > 60)
    return { storage, directory, files, ...blobsOn(storage, directory) }
  }

  it('lie once in a facility, whether they come whole or as a stream, each row with its own name', async () => {
    const { keep, read, blobs, files } = await start()
    const content = randomBytes(MIB + 5)
    const rows = [
      await keep(sample, content, '同意書.pdf'),
      await keep(sample, inPieces(content), '別の名前.pdf'),
      await keep(sample, content),
    ]
    expect(new Set(rows.map(({ sha256 }) => sha256)).size).toBe(1)
    expect(files().length).toBe(1)
    for (const { blob_id } of rows) expect((await read(sample, blob_id)).equals(content)).toBe(true)
    const names = await Promise.all(rows.map(async ({ blob_id }) => (await blobs.get(sample, blob_id)).name))
    expect(names).toEqual(['同意書.pdf', '別の名前.pdf', undefined])
    // Under one key and one nonce the two would begin alike wherever the names do.
    expect(Buffer.from(rows[0]?.name ?? []).equals(Buffer.from(rows[1]?.name ?? []))).toBe(false)
  })

  it('are not shared between facilities, and nobody can tell by the rows that they are the same', async () => {
    const { keep, files } = await start()
    const content = Buffer.from('見本の同意書')
    const [mine, theirs] = [await keep(sample, content), await keep(other, content)]
    expect(mine.sha256).not.toBe(theirs.sha256)
    expect(mine.content_name).not.toBe(theirs.content_name)
    expect(files().length).toBe(2)
  })

  it('stay readable until the last row is destroyed, and only then the file goes', async () => {
    const { keep, read, destroy, blobs, directory } = await start()
    const content = Buffer.from('見本の同意書')
    const [one, two] = [await keep(sample, content), await keep(sample, content)]
    await destroy(sample, one.blob_id)
    await blobs.sweep(sample, one.blob_id)
    await expect(read(sample, one.blob_id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await read(sample, two.blob_id)).equals(content)).toBe(true)
    await destroy(sample, two.blob_id)
    await blobs.sweep(sample, two.blob_id)
    expect(existsSync(pathIn(directory, two.sha256))).toBe(false)
  })

  it('that come while the only one is being destroyed are asked for once more', async () => {
    const { storage, put, keep, destroy, read, blobs } = await start()
    const content = Buffer.from('見本の同意書')
    const old = await keep(sample, content)
    const row = await put(sample, content)
    expect(row.sha256).toBe(old.sha256)
    await destroy(sample, old.blob_id)
    await blobs.sweep(sample, old.blob_id)
    const keeping = storage.write(sample, (change) => blobs.keep(change, row))
    await expect(keeping).rejects.toMatchObject({ code: 'conflict' })
    const again = await keep(sample, content)
    expect(again.sha256).not.toBe(old.sha256)
    expect((await read(sample, again.blob_id)).equals(content)).toBe(true)
  })

  it('never rest on a file that is damaged', async () => {
    const { keep, read, directory } = await start()
    const content = randomBytes(1_000)
    const old = await keep(sample, content)
    writeFileSync(pathIn(directory, old.sha256), 'x')
    const row = await keep(sample, content)
    expect(row.sha256).not.toBe(old.sha256)
    expect((await read(sample, row.blob_id)).equals(content)).toBe(true)
  })

  it('a file from before contents had names is read, with its name', async () => {
    const { storage, put, blobs, read } = await start()
    const content = Buffer.from('古い証拠')
    const row = await put(sample, content, undefined)
    const fileKey = Buffer.from((row.wrapped_key ?? new Uint8Array()).map((byte) => byte ^ 0xff))
    const { closeName } = await import('./segments.ts')
    const older = { ...row, content_name: null, name: closeName(fileKey, '古い証拠.txt') }
    await storage.write(sample, (change) => blobs.keep(change, older))
    expect((await read(sample, row.blob_id)).equals(content)).toBe(true)
    expect((await blobs.get(sample, row.blob_id)).name).toBe('古い証拠.txt')
  })
})
