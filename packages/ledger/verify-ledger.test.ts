import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditPart, PART_SIZE, type PartTask } from './audit-part.ts'
import { signCheckpoint } from './checkpoint.ts'
import type { Fetch } from './fetch.ts'
import { sampleLog, sampleOrigin, sampleSigner } from './testing-log.ts'
import { leafHash, rootOfLeaves } from './tree.ts'
import { verifyLedger } from './verify-ledger.ts'

const key = sampleSigner.verifierKey
const small = (index: number): Uint8Array => Buffer.from(`entry ${index}`)

test('a log over three levels of tiles and several parts is whole, however many work on it', async () => {
  const log = sampleLog(2 * PART_SIZE + 300, [5, PART_SIZE, PART_SIZE + 1, 2 * PART_SIZE], small)
  const root = rootOfLeaves(Array.from({ length: 2 * PART_SIZE + 300 }, (_, i) => leafHash(small(i))))
  const seen: string[] = []
  for (const atOnce of [1, 3]) {
    const tasks: PartTask[] = []
    const report = await verifyLedger(sampleOrigin, key, log, {
      atOnce,
      readEntries: false,
      audit(task) {
        tasks.push(task)
        return auditPart(log, structuredClone(task))
      },
      onPart: (done, all) => seen.push(`${done}/${all}`),
    })
    expect(report).toMatchObject({ size: 2 * PART_SIZE + 300, checkpoints: 5, findings: [], leftOut: 0 })
    expect(report.root).toBe(Buffer.from(root).toString('base64'))
    expect(tasks.map(({ checkpointSizes }) => checkpointSizes)).toEqual([
      [5, PART_SIZE],
      [PART_SIZE + 1, 2 * PART_SIZE],
      [2 * PART_SIZE + 300],
    ])
  }
  expect(seen).toEqual(['1/3', '2/3', '3/3', '1/3', '2/3', '3/3'])
})

test('whatever the size and the checkpoints, an honest log is whole and a changed byte is named', async () => {
  const sizes = fc.integer({ min: 1, max: 900 })
  const property = fc.asyncProperty(
    sizes,
    fc.array(sizes, { maxLength: 6 }),
    fc.nat(),
    fc.nat(),
    async (size, at, a, b) => {
      const log = sampleLog(size, at)
      expect((await verifyLedger(sampleOrigin, key, log)).findings).toEqual([])
      const index = a % size
      const report = await verifyLedger(sampleOrigin, key, changed(log, index, b))
      const codes = report.findings.map((finding) => `${finding.code} ${finding.index}`)
      expect(
        codes.some((code) => code.startsWith('entry-does-not-match-tree') || code.startsWith('bundle-')),
        String(codes),
      ).toBe(true)
    },
  )
  await fc.assert(property, { numRuns: 40 })
})

/** The log with one byte of one entry's record changed, its length included. */
function changed(log: Fetch, index: number, byte: number): Fetch {
  return {
    ...log,
    async entries(tile, width) {
      const bundle = Uint8Array.from((await log.entries(tile, width)) ?? [])
      if (tile !== Math.floor(index / 256)) return bundle
      let at = 0
      for (let i = 0; i < index % 256; i++) at += 2 + ((bundle[at] ?? 0) << 8) + (bundle[at + 1] ?? 0)
      const length = 2 + ((bundle[at] ?? 0) << 8) + (bundle[at + 1] ?? 0)
      const position = at + (byte % length)
      bundle[position] = (bundle[position] ?? 0) ^ 0x40
      return bundle
    },
  }
}

test('an audit leaves the bytes it was handed as they were', async () => {
  const log = sampleLog(300)
  const bundle = (await log.entries(0, 256)) ?? new Uint8Array()
  const before = Uint8Array.from(bundle)
  await auditPart(
    { ...log, entries: async (index, width) => (index === 0 ? bundle : log.entries(index, width)) },
    { part: 0, size: 300, checkpointSizes: [] },
  )
  expect(Buffer.compare(bundle, before)).toBe(0)
})

test('two roots for one size, a foreign key and no checkpoint at all are findings', async () => {
  const log = sampleLog(10)
  const twice: Fetch = {
    ...log,
    async *checkpoints() {
      yield* log.checkpoints()
      yield signCheckpoint({ origin: sampleOrigin, size: 10, root: Buffer.alloc(32) }, sampleSigner)
    },
  }
  const codes = async (fetch: Fetch, verifierKey = key) =>
    (await verifyLedger(sampleOrigin, verifierKey, fetch)).findings.map(({ code }) => code)
  expect(await codes(twice)).toContain('checkpoints-disagree')
  expect(await codes(log, 'nonsense')).toContain('checkpoint-signature-bad')
  expect(await codes({ ...log, async *checkpoints() {} })).toContain('checkpoint-missing')
})
