import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signCheckpoint } from './checkpoint.ts'
import { appendLeaf, EMPTY_RANGE, rootOf } from './compact-range.ts'
import { type Entry, encodeEntry } from './entry.ts'
import { noteSigner } from './note.ts'
import { growTiles, type Tile } from './tiles.ts'
import { leafHash } from './tree.ts'
import { type LogReport, verifyLog } from './verify-log.ts'

const origin = 'omamori/mihon-clinic/2026'
const signer = noteSigner(origin, Buffer.alloc(32, 7))

/** A log in memory, open to every tampering. */
interface Log {
  readonly entries: Map<number, Uint8Array>
  readonly tiles: Map<string, Uint8Array>
  readonly checkpoints: string[]
}

function entryBytes(index: number, changes: Partial<Entry> = {}): Uint8Array {
  return encodeEntry({
    id: index.toString(16).padStart(32, '0'),
    log: origin,
    at: '2026-11-22T01:02:03.004Z',
    act: 'registry.changed',
    actor: { kind: 'system' },
    subject: { kind: 'item', id: `i${index}` },
    ...changes,
  })
}

/** Writes a log as the platform does: a checkpoint after each group. */
function write(groups: readonly number[], bytesOf: (index: number) => Uint8Array = entryBytes): Log {
  const log: Log = { entries: new Map(), tiles: new Map(), checkpoints: [] }
  let range = EMPTY_RANGE
  for (const group of groups) {
    const first = range.size
    const bytes = Array.from({ length: group }, (_, i) => bytesOf(first + i))
    const leaves = bytes.map(leafHash)
    const edges = [...log.tiles].map(([name, hashes]): Tile => {
      const [level = 0, index = 0] = name.split('/').map(Number)
      return { level, index, hashes }
    })
    for (const tile of growTiles(first, edges, leaves)) log.tiles.set(`${tile.level}/${tile.index}`, tile.hashes)
    for (const [i, one] of bytes.entries()) log.entries.set(first + i, one)
    range = leaves.reduce(appendLeaf, range)
    log.checkpoints.push(signCheckpoint({ origin, size: range.size, root: rootOf(range) }, signer))
  }
  return log
}

function verify(log: Log, verifierKey = signer.verifierKey): Promise<LogReport> {
  return verifyLog(origin, verifierKey, {
    async *checkpoints() {
      yield* log.checkpoints
    },
    async *entries() {
      for (const [index, bytes] of [...log.entries].sort(([a], [b]) => a - b)) yield { index, bytes }
    },
    tile: async (level, index) => log.tiles.get(`${level}/${index}`),
  })
}

const found = (report: LogReport): readonly string[] =>
  report.findings.map(({ code, index }) => (index === undefined ? code : `${code} ${index}`))

function flip(bytes: Uint8Array | undefined, position: number, mask = 1): Uint8Array {
  const changed = Uint8Array.from(bytes ?? [])
  changed[position] = (changed[position] ?? 0) ^ mask
  return changed
}

describe('a log as it was written has no finding', () => {
  test.each([[[1]], [[1, 1, 1]], [[5, 251, 1]], [[300, 300]], [[1, 255, 256, 1]]])('groups of %j', async (groups) => {
    const log = write(groups)
    const size = groups.reduce((sum, group) => sum + group)
    const root = log.checkpoints.at(-1)?.split('\n')[2]
    expect(await verify(log)).toEqual({ origin, size, root, signedSize: size, findings: [], leftOut: 0 })
  })

  test('over three levels of tiles', async () => {
    const report = await verify(write([65_000, 900]))
    expect(report.findings).toEqual([])
  })

  test('the empty log', async () => {
    const root = rootOf(EMPTY_RANGE)
    const empty = { ...write([]), checkpoints: [signCheckpoint({ origin, size: 0, root }, signer)] }
    expect(found(await verify(empty))).toEqual([])
    const wrong = { ...empty, checkpoints: [signCheckpoint({ origin, size: 0, root: Buffer.alloc(32) }, signer)] }
    expect(found(await verify(wrong))).toEqual(['root-differs-from-checkpoint'])
  })
})

test('every changed byte of every entry is found, and the entry named', async () => {
  const clean = write([1, 2, 5])
  for (const [index, bytes] of clean.entries) {
    for (let position = 0; position < bytes.length; position++) {
      const log = { ...clean, entries: new Map(clean.entries).set(index, flip(bytes, position, 1 + (position % 255))) }
      const report = await verify(log)
      expect(found(report), `entry ${index}, byte ${position}`).toContain(`entry-does-not-match-tree ${index}`)
      expect(report.findings.every((finding) => finding.index === index)).toBe(true)
    }
  }
})

test('every changed byte of every tile is found, and nothing is said of the entries', async () => {
  const clean = write([255, 2, 300])
  for (const [name, hashes] of clean.tiles) {
    for (let position = 0; position < hashes.length; position += 97) {
      const log = { ...clean, tiles: new Map(clean.tiles).set(name, flip(hashes, position)) }
      const [level = 0, tile = 0] = name.split('/').map(Number)
      const [finding, ...more] = (await verify(log)).findings
      expect(finding).toMatchObject({ code: 'tile-differs', facts: { level, tile } })
      expect(finding?.index).toBe((tile * 256 + Math.floor(position / 32)) * 256 ** level)
      expect(more).toEqual([])
    }
  }
})

test('several damages do not hide one another', async () => {
  const log = write([1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
  log.entries.set(2, flip(log.entries.get(2), 60))
  log.tiles.set('0/0', flip(log.tiles.get('0/0'), 5 * 32))
  log.entries.set(8, flip(log.entries.get(8), 60))
  const codes = (await verify(log)).findings.filter(({ code }) => code !== 'entry-unreadable')
  expect(codes.map(({ code, index }) => `${code} ${index}`)).toEqual([
    'entry-does-not-match-tree 2',
    'tile-differs 5',
    'entry-does-not-match-tree 8',
  ])
})

test('an entry rewritten together with its tile is narrowed down by the older checkpoints', async () => {
  const log = write([3, 4, 5])
  const forged = write([3, 4, 5], (index) => entryBytes(index, index === 4 ? { act: 'registry.viewed' } : {}))
  const mixed = { ...forged, checkpoints: log.checkpoints }
  const { findings } = await verify(mixed)
  expect(findings).toEqual([{ code: 'root-differs-from-checkpoint', index: 3, facts: { from: 3, to: 7 } }])
})

test('one checkpoint that was signed for another tree is named alone', async () => {
  const log = write([3, 4, 5])
  const checkpoints = log.checkpoints.with(1, signCheckpoint({ origin, size: 7, root: Buffer.alloc(32) }, signer))
  expect((await verify({ ...log, checkpoints })).findings).toEqual([
    { code: 'root-differs-from-checkpoint', index: 6, facts: { from: 3, to: 7 } },
  ])
  expect(found(await verify({ ...log, checkpoints: [...log.checkpoints, ...checkpoints] }))).toContain(
    'checkpoints-disagree 6',
  )
})

test('a missing entry is a gap; the rest is still checked', async () => {
  const log = write([10])
  log.entries.delete(4)
  expect(found(await verify(log))).toEqual(['gap 4'])
  log.entries.set(7, flip(log.entries.get(7), 60))
  expect(found(await verify(log))).toContain('entry-does-not-match-tree 7')
})

test('a gap that no tile bridges ends the recount instead of going on for ever', async () => {
  const log = write([10])
  log.tiles.clear()
  log.entries.delete(4)
  const far = { ...log, checkpoints: [signCheckpoint({ origin, size: 2 ** 52, root: Buffer.alloc(32) }, signer)] }
  far.entries.set(2 ** 51, entryBytes(1))
  expect(found(await verify(far))).toEqual(expect.arrayContaining(['gap 4', 'checkpoint-larger-than-log 4']))
})

test('lost entries at the end are noticed by the checkpoint, unsigned ones by its absence', async () => {
  const log = write([4, 4])
  log.entries.delete(7)
  expect(found(await verify(log))).toContain('checkpoint-larger-than-log 7')
  const longer = write([4, 4])
  longer.checkpoints.pop()
  expect(found(await verify(longer)).slice(0, 4)).toContain('entry-not-signed 4')
})

test('a missing or short tile is named', async () => {
  const log = write([300])
  log.tiles.delete('0/0')
  log.tiles.set('0/1', log.tiles.get('0/1')?.subarray(0, 64) ?? new Uint8Array())
  expect(found(await verify(log))).toEqual(['tile-missing 0', 'tile-differs 256'])
})

test('a bad signature, another key and a note that is none are told apart', async () => {
  const log = write([2])
  const other = noteSigner(origin, Buffer.alloc(32, 8))
  expect(found(await verify(log, other.verifierKey))).toEqual(['checkpoint-signature-bad 1', 'checkpoint-missing'])
  expect(found(await verify(log, 'nonsense'))).toEqual(['checkpoint-signature-bad 1', 'checkpoint-missing'])
  expect(found(await verify({ ...log, checkpoints: ['hello', ...log.checkpoints] }))).toEqual(['checkpoint-unreadable'])
})

test('an entry of another log, of a later version, or naming an older log in the middle is a finding', async () => {
  const later = Buffer.concat([Buffer.of(2), entryBytes(2).subarray(1)])
  const end = { origin: 'omamori/mihon-clinic/2025', size: 1, root: 'ab'.repeat(32) }
  const log = write([4], (index) => {
    if (index === 1) return entryBytes(1, { log: 'omamori/other-clinic/2026' })
    return index === 2 ? later : entryBytes(index, { previous: end })
  })
  expect(found(await verify(log))).toEqual([
    'entry-belongs-to-another-log 1',
    'entry-version-unknown 2',
    'previous-misplaced 3',
  ])
})

test('a log that is damaged everywhere does not fill the memory with findings', async () => {
  const log = write([1500])
  for (const index of log.entries.keys()) log.entries.set(index, Buffer.of(1))
  const report = await verify(log)
  expect(report.findings).toHaveLength(1000)
  expect(report.leftOut).toBeGreaterThan(1000)
})

test('whatever the groups, any change of any entry is found', async () => {
  const groups = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 })
  const property = fc.asyncProperty(
    groups,
    fc.nat(),
    fc.nat(),
    fc.integer({ min: 1, max: 255 }),
    async (sizes, a, b, mask) => {
      const log = write(sizes)
      const index = a % log.entries.size
      const bytes = log.entries.get(index) ?? new Uint8Array()
      log.entries.set(index, flip(bytes, b % bytes.length, mask))
      expect(found(await verify(log))).toContain(`entry-does-not-match-tree ${index}`)
    },
  )
  await fc.assert(property, { numRuns: 60 })
})
