import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { BlobRow } from '../../tables.ts'
import { eachEngine } from '../../testing.ts'
import { blobsOn, newFolders, pathIn, sample } from '../testing.ts'
import { careOf } from './care.ts'

// The whole suite makes a few dozen faults; OMAMORI_FAULTS=1000 is for the nights before a release.
const FAULTS = Number(process.env.OMAMORI_FAULTS ?? 60)
const newFolder = newFolders()

const faults = ['flip', 'delete', 'truncate', 'swap', 'empty', 'longer'] as const

function damage(fault: (typeof faults)[number], file: string, another: string, at: number): void {
  const bytes = readFileSync(file)
  const put = (content: Uint8Array) => writeFileSync(file, content)
  if (fault === 'flip') put(bytes.with(at % bytes.length, (bytes[at % bytes.length] ?? 0) ^ (1 << (at % 8))))
  if (fault === 'delete') rmSync(file)
  if (fault === 'truncate') truncateSync(file, at % bytes.length)
  if (fault === 'empty') put(new Uint8Array())
  if (fault === 'longer') put(Buffer.concat([bytes, Buffer.from([at % 256])]))
  if (fault === 'swap') {
    put(readFileSync(another))
    writeFileSync(another, bytes)
  }
}

it('only what is whole mends anything', () => {
  expect(careOf('whole', undefined)).toBe('nothing')
  expect(careOf('whole', 'whole')).toBe('nothing')
  expect(careOf('whole', 'missing')).toBe('second-from-first')
  expect(careOf('whole', 'changed')).toBe('second-from-first')
  expect(careOf('changed', 'whole')).toBe('first-from-second')
  expect(careOf('missing', 'whole')).toBe('first-from-second')
  for (const first of ['changed', 'missing'] as const)
    for (const second of ['changed', 'missing', undefined] as const) expect(careOf(first, second)).toBe('lost')
})

eachEngine('the look at all files', (open) => {
  const start = async (withSecond: boolean) => {
    const storage = await open()
    const [first, second] = [newFolder(), newFolder()]
    const on = blobsOn(storage, first, withSecond ? second : undefined)
    const rows: BlobRow[] = []
    const contents = Array.from({ length: 12 }, (_, index) => randomBytes(200 + index * 20_000))
    for (const content of contents) rows.push(await on.keep(sample, content))
    return { storage, first, second, rows, contents, ...on }
  }

  it('copies what the second place has not got, and says so once', async () => {
    const { blobs, rows, second } = await start(true)
    const begun = await blobs.check(sample, { which: 'all' })
    expect(begun).toEqual({ looked: 12, copied: 12, troubles: [], done: true })
    for (const { sha256 } of rows) expect(readFileSync(pathIn(second, sha256)).length).toBeGreaterThan(200)
    expect(await blobs.check(sample, { which: 'all' })).toEqual({ looked: 12, copied: 0, troubles: [], done: true })
    expect(await blobs.readChecks(sample)).toMatchObject({
      files: 12,
      looked: 12,
      whole: 12,
      lost: 0,
      second: 'there',
      copied: 12,
    })
  })

  it('looks at the longest unseen first, so many at a time, and goes on where it stopped', async () => {
    const { blobs, keep } = await start(false)
    expect(await blobs.check(sample, { which: { longestUnseen: 5 } })).toMatchObject({ looked: 5 })
    expect(await blobs.readChecks(sample)).toMatchObject({ files: 12, looked: 5, whole: 5, second: 'none', copied: 0 })
    expect(await blobs.check(sample, { which: 'unseen' })).toMatchObject({ looked: 7, done: true })
    await keep(sample, randomBytes(10))
    expect(await blobs.check(sample, { which: 'unseen' })).toMatchObject({ looked: 1, done: true })
    expect(await blobs.check(sample, { which: 'all', isStopped: () => true })).toMatchObject({
      looked: 0,
      done: false,
    })
  })

  it(`finds every fault, names whose it is, and repairs it from the second copy (${FAULTS} of them)`, async () => {
    const { blobs, rows, contents, read, first, second } = await start(true)
    await blobs.check(sample, { which: 'all' })
    const anyFault = fc.record({
      fault: fc.constantFrom(...faults),
      inFirst: fc.boolean(),
      which: fc.nat(rows.length - 1),
      step: fc.integer({ min: 1, max: rows.length - 1 }),
      at: fc.nat(300_000),
    })
    const holds = fc.asyncProperty(anyFault, async ({ fault, inFirst, which, step, at }) => {
      const place = inFirst ? first : second
      const [mine, another] = [rows[which], rows[(which + step) % rows.length]]
      if (!mine || !another) throw new Error('no such row')
      damage(fault, pathIn(place, mine.sha256), pathIn(place, another.sha256), at)
      const hurt = (fault === 'swap' ? [mine, another] : [mine]).map(({ blob_id }) => blob_id)
      // Somebody who reads before the look gets it whole all the same.
      expect((await read(sample, mine.blob_id)).equals(contents[which] ?? Buffer.of())).toBe(true)
      const { troubles } = await blobs.check(sample, { which: 'all' })
      expect(troubles.flatMap(({ blobIds }) => blobIds).toSorted()).toEqual(hurt.toSorted())
      expect(troubles.every(({ repaired }) => repaired)).toBe(true)
      expect(await blobs.check(sample, { which: 'all' })).toMatchObject({ troubles: [], copied: 0 })
    })
    await fc.assert(holds, { numRuns: FAULTS, endOnFailure: true })
  }, 600_000)

  it('says of what is whole nowhere that it is lost, and does not spread the damage', async () => {
    const { blobs, rows, first, second } = await start(true)
    await blobs.check(sample, { which: 'all' })
    const [hurt] = rows
    if (!hurt) throw new Error('no row')
    writeFileSync(pathIn(first, hurt.sha256), 'x')
    writeFileSync(pathIn(second, hurt.sha256), 'y')
    const { troubles } = await blobs.check(sample, { which: 'all' })
    expect(troubles).toMatchObject([{ first: 'changed', second: 'changed', repaired: false, blobIds: [hurt.blob_id] }])
    expect(readFileSync(pathIn(second, hurt.sha256), 'utf8')).toBe('y')
    expect(await blobs.readChecks(sample)).toMatchObject({ lost: 1, whole: 11 })
  })

  it('a second place that was taken away is not called damaged, and what was copied there is remembered', async () => {
    const { blobs, first, second, rows, read, contents } = await start(true)
    await blobs.check(sample, { which: 'all' })
    renameSync(second, `${second}-away`)
    expect(await blobs.check(sample, { which: 'all' })).toMatchObject({ looked: 12, troubles: [] })
    expect(await blobs.readChecks(sample)).toMatchObject({ second: 'absent', copied: 12, whole: 12 })
    renameSync(`${second}-away`, second)
    rmSync(pathIn(first, rows[0]?.sha256 ?? ''))
    expect((await blobs.check(sample, { which: 'all' })).troubles).toMatchObject([{ repaired: true }])
    expect((await read(sample, rows[0]?.blob_id ?? '')).equals(contents[0] ?? Buffer.of())).toBe(true)
  })

  it('without a second place tells the damage and repairs nothing', async () => {
    const { blobs, rows, first } = await start(false)
    const [hurt] = rows
    if (!hurt) throw new Error('no row')
    rmSync(pathIn(first, hurt.sha256))
    const { troubles } = await blobs.check(sample, { which: 'all' })
    expect(troubles).toMatchObject([{ first: 'missing', second: undefined, repaired: false }])
  })

  it('a place that takes nothing is told as not repaired', async () => {
    const { blobs, rows, second } = await start(true)
    await blobs.check(sample, { which: 'all' })
    const [hurt] = rows
    if (!hurt) throw new Error('no row')
    const path = pathIn(second, hurt.sha256)
    rmSync(path)
    // Where the file belongs stands a folder, which no rename replaces.
    mkdirSync(path)
    writeFileSync(`${path}/in-the-way`, '')
    const { troubles } = await blobs.check(sample, { which: 'all' })
    expect(troubles).toMatchObject([{ first: 'whole', second: 'changed', repaired: false }])
    expect(dirname(path)).not.toBe(path)
  })
})
