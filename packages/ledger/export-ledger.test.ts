import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { signCheckpoint } from './checkpoint.ts'
import { decodeBundle, encodeBundle } from './entry-bundle.ts'
import { exportLedger, VERIFIER_FILE } from './export-ledger.ts'
import { noteSigner } from './note.ts'
import { fetchFromFiles, filesOf, sampleLog, sampleOrigin, sampleSigner } from './testing-log.ts'
import { verifyLedger } from './verify-ledger.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const files = await filesOf(exportLedger(sampleOrigin, sampleSigner.verifierKey, sampleLog(700, [1, 300, 512])))

/** Writes the files to an empty folder and runs the program that lies among them, with nothing else of ours around. */
function run(changed: ReadonlyMap<string, Uint8Array>, ...args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'export-'))
  folders.push(folder)
  for (const [path, bytes] of changed) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [VERIFIER_FILE, ...args], {
    cwd: folder,
    env: {},
    encoding: 'utf8',
  })
  return { status, stderr, lines: stdout.split('\n') }
}

function flip(path: string, position: number): Map<string, Uint8Array> {
  const bytes = Uint8Array.from(files.get(path) ?? [])
  bytes[position] = (bytes[position] ?? 0) ^ 1
  return new Map(files).set(path, bytes)
}

const without = (path: string) => new Map([...files].filter(([name]) => name !== path))

function swap(path: string, a: number, b: number): Map<string, Uint8Array> {
  const entries = [...decodeBundle(files.get(path) ?? new Uint8Array(), 256)]
  const [first = new Uint8Array(), second = new Uint8Array()] = [entries[a], entries[b]]
  return new Map(files).set(path, encodeBundle(entries.with(a, second).with(b, first)))
}

test('an export lies at the paths of tlog-tiles', () => {
  expect([...files.keys()].sort()).toEqual([
    'checkpoint',
    'history/000.p/4',
    'manifest.json',
    'tile/0/000',
    'tile/0/001',
    'tile/0/002.p/188',
    'tile/1/000.p/2',
    'tile/entries/000',
    'tile/entries/001',
    'tile/entries/002.p/188',
    'verify-ledger.mjs',
  ])
})

test('the program is short enough to be read before it is trusted', () => {
  const lines = Buffer.from(files.get(VERIFIER_FILE) ?? [])
    .toString()
    .trimEnd()
    .split('\n')
  expect(lines.length).toBeLessThanOrEqual(150)
  expect(lines.filter((line) => /^import/.test(line)).every((line) => /from 'node:/.test(line))).toBe(true)
})

describe('the program alone, in an empty folder', () => {
  test('finds a good export whole', () => {
    const { status, lines, stderr } = run(files, '--key', sampleSigner.verifierKey)
    expect(stderr).toBe('')
    expect(lines).toContain('WHOLE 異常なし')
    expect(lines).toContain('entries  700 of 700; checkpoints 5')
    expect(status).toBe(0)
  })

  const other = noteSigner('omamori/other/2026', Buffer.alloc(32, 7))
  const forger = noteSigner(sampleOrigin, Buffer.alloc(32, 8))
  const foreign = Buffer.from(signCheckpoint({ origin: other.name, size: 700, root: Buffer.alloc(32) }, other))
  const signed = Buffer.from(signCheckpoint({ origin: sampleOrigin, size: 700, root: Buffer.alloc(32) }, sampleSigner))
  test.each([
    ['a bit of an entry', flip('tile/entries/001', 5000), /^entry-differs-from-tile \{"entry":2\d\d,/],
    ['the same, and the root', flip('tile/entries/001', 5000), /^root-differs-from-checkpoint \{"size":512\}/],
    ['a bit of a leaf tile', flip('tile/0/001', 33), /^entry-differs-from-tile \{"entry":257,"tile":"tile\/0\/001"\}/],
    ['a bit of an upper tile', flip('tile/1/000.p/2', 33), /^tile-differs \{"tile":"tile\/1\/000.p\/2","position":1\}/],
    ['a digit of the checkpoint', flip('checkpoint', 27), /^checkpoint-signature-bad|^checkpoint-of-another-origin/],
    [
      'a bit of an older checkpoint',
      flip('history/000.p/4', 120),
      /^checkpoint-[a-z-]+ \{"where":"history\/000.p\/4 no. 0"/,
    ],
    ['a missing tile', without('tile/0/000'), /^tile-missing \{"tile":"tile\/0\/000"\}/],
    [
      'a missing bundle',
      without('tile/entries/002.p/188'),
      /^entries-unreadable \{"file":"tile\/entries\/002.p\/188","from":512/,
    ],
    ['a missing checkpoint', without('checkpoint'), /^checkpoint-unreadable \{"where":"checkpoint"/],
    ['a missing history', without('history/000.p/4'), /^history-unreadable/],
    ['a missing manifest', without('manifest.json'), /^manifest-unreadable/],
    [
      'a manifest that promises too much',
      new Map(files).set('manifest.json', Buffer.from('{"checkpoints":9e15}')),
      /^history-unreadable/,
    ],
    ['a short tile', new Map(files).set('tile/0/002.p/188', Buffer.alloc(64)), /^tile-length .*"bytes":64/],
    ['swapped entries', swap('tile/entries/000', 3, 9), /^entry-differs-from-tile \{"entry":3,/],
    ['a checkpoint of another log', new Map(files).set('checkpoint', foreign), /^checkpoint-of-another-origin/],
    [
      'a checkpoint over another tree',
      new Map(files).set('checkpoint', signed),
      /^root-differs-from-checkpoint \{"size":700\}/,
    ],
  ])('names %s', (_, changed, finding) => {
    const { status, lines, stderr } = run(changed, '--key', sampleSigner.verifierKey)
    expect(stderr).toBe('')
    const named = lines.map((line) => line.replace('FINDING 指摘  ', '')).filter((line) => finding.test(line))
    expect(named.length, lines.join('\n')).toBeGreaterThan(0)
    expect(status).toBe(1)
  })

  test('does not take the word of the folder for the key', () => {
    expect(run(files, '--key', forger.verifierKey).status).toBe(1)
    expect(run(files).lines.join('\n')).toContain('the folder says so')
  })
})

test('our own verifier reads the same files, whole and damaged', async () => {
  const verify = (changed: ReadonlyMap<string, Uint8Array>) =>
    verifyLedger(sampleOrigin, sampleSigner.verifierKey, fetchFromFiles(changed))
  expect(await verify(files)).toMatchObject({ size: 700, signedSize: 700, checkpoints: 4, findings: [] })
  const damaged = await verify(swap('tile/entries/000', 3, 9))
  expect(damaged.findings.map(({ code, index }) => `${code} ${index}`)).toEqual([
    'entry-does-not-match-tree 3',
    'entry-does-not-match-tree 9',
  ])
  expect((await verify(flip('tile/0/001', 33))).findings).toMatchObject([{ code: 'tile-differs', index: 257 }])
  expect((await verify(without('tile/entries/001'))).findings.map(({ code }) => code)).toEqual([
    'bundle-missing',
    'gap',
  ])
  const codes = async (changed: ReadonlyMap<string, Uint8Array>) =>
    (await verify(changed)).findings.map(({ code }) => code)
  expect(await codes(without('history/000.p/4'))).toEqual(['checkpoint-unreadable'])
  expect(await codes(new Map(files).set('manifest.json', Buffer.from('{}')))).toEqual(['checkpoint-unreadable'])
  const greedy = Buffer.from(files.get('manifest.json') ?? [])
    .toString()
    .replace('"checkpoints": 4', '"checkpoints": 9000000000000000')
  expect(await codes(new Map(files).set('manifest.json', Buffer.from(greedy)))).toEqual(['checkpoint-unreadable'])
})
