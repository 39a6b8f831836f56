import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { eachEngine } from '../../testing.ts'
import { blobsOn, newFolders, pathIn, sample } from '../testing.ts'

const newFolder = newFolders()
const always = { changedBefore: Number.POSITIVE_INFINITY }

const strewn = (directory: string, count: number) =>
  Array.from({ length: count }, () => {
    const path = pathIn(directory, randomBytes(32).toString('hex'))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, 'nobody names this')
    return path
  })

eachEngine('files that no row names', (open) => {
  const start = async () => {
    const storage = await open()
    const directory = newFolder()
    await storage.write('installation', async ({ db }) => {
      const row = { facility_id: sample.facilityId, name: '見本', sample: 1, created_at: '2026-11-22T00:00:00.000Z' }
      await db.insertInto('facility').values(row).execute()
    })
    // As another process left it: this one has made nothing there yet.
    return { storage, directory, before: blobsOn(storage, directory), after: () => blobsOn(storage, directory).blobs }
  }

  it('are removed with what was never finished; what a row names stays, and so does what is not ours', async () => {
    const { directory, before, after } = await start()
    const named = await before.keep(sample, Buffer.from('見本'))
    const unnamed = await before.put(sample, Buffer.from('殺された'))
    writeFileSync(join(directory, 'half.new'), 'half')
    writeFileSync(join(directory, 'README'), 'somebody put this here')
    expect(await after().sweepOrphans(always)).toEqual({ removed: 2, left: 0 })
    expect(existsSync(pathIn(directory, unnamed.sha256))).toBe(false)
    expect(readdirSync(directory).filter((name) => name.length > 2)).toEqual(['README'])
    expect((await before.read(sample, named.blob_id)).toString()).toBe('見本')
    expect(await after().sweepOrphans(always)).toEqual({ removed: 0, left: 0 })
  })

  it('are left while this process may still be keeping their row', async () => {
    const { storage, before } = await start()
    const row = await before.put(sample, Buffer.from('途中'))
    expect(await before.blobs.sweepOrphans(always)).toEqual({ removed: 0, left: 0 })
    await storage.write(sample, (change) => before.blobs.keep(change, row))
    expect((await before.read(sample, row.blob_id)).toString()).toBe('途中')
  })

  it('are left while they are younger than asked, since another process may be keeping their row', async () => {
    const { directory, after } = await start()
    const [old, young] = strewn(directory, 2)
    if (!old || !young) throw new Error('nothing was strewn')
    utimesSync(old, 1_000, 1_000)
    expect(await after().sweepOrphans({ changedBefore: 2_000_000 })).toEqual({ removed: 1, left: 0 })
    expect([existsSync(old), existsSync(young)]).toEqual([false, true])
  })

  it('are all left where they are too many for a fall: then the rows may be what is missing', async () => {
    const { directory, after } = await start()
    const paths = strewn(directory, 1_001)
    expect(await after().sweepOrphans(always)).toEqual({ removed: 0, left: 1_001 })
    expect(paths.every((path) => existsSync(path))).toBe(true)
  })
})
