import { mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CANARY,
  codesOf,
  contentOf,
  copyOf,
  encrypted,
  type Fault,
  filesBelow,
  flip,
  folderOfTests,
  NIGHTS,
  NOW,
  planFor,
  remove,
  rewrite,
  rows,
  run,
  sha256,
  stateOfFolder,
  touch,
  truncate,
  verify,
  writeContent,
} from '../testing/real-places.ts'

const canaries = [{ path: 'omamori-canary.txt', sha256: sha256(CANARY) }]
const days = NIGHTS.map((instant) => new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(0, 10))
const day = (night: number): string => days[night] ?? ''

async function found(engine: string, base: string, make: (path: string) => unknown, more: object = {}) {
  const path = copyOf(base)
  make(path)
  const report = await verify(planFor({ engine, path, canaries, holds: ['karte'], ...more }))
  remove(join(path, '..'))
  expect(report.state).not.toBe('met')
  return codesOf(report)
}

function swap(a: string, b: string): void {
  renameSync(a, `${a}.x`)
  renameSync(b, a)
  renameSync(`${a}.x`, b)
}

describe('plain folders', () => {
  const base = folderOfTests()
  beforeAll(() => {
    for (const [night, instant] of NIGHTS.entries()) {
      const folder = join(base, day(night))
      writeContent(folder, contentOf(night), instant)
      const sums = filesBelow(folder).map((file) => `${sha256(readFileSync(file))}  ${file.slice(folder.length + 1)}\n`)
      writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''))
      touch(join(folder, 'SHA256SUMS'), instant)
    }
  })
  afterAll(() => remove(base))
  const inside = (path: string, night: number, name: string) => join(path, day(night), name)

  test('sound ones are found sound, and are left as they were', async () => {
    const before = stateOfFolder(base)
    expect(codesOf(await verify(planFor({ engine: 'folder', path: base, canaries, holds: ['karte'] })))).toEqual([])
    expect(stateOfFolder(base)).toBe(before)
  })

  const faults: readonly Fault[] = [
    [
      'a file that was encrypted',
      'content-encrypted',
      (p) => rewrite(inside(p, 3, 'karte/patients.csv'), encrypted(20_000)),
    ],
    [
      'a picture that was encrypted',
      'content-encrypted',
      (p) => rewrite(inside(p, 3, 'images/001.jpg'), encrypted(20_000)),
    ],
    [
      'a compressed file that was encrypted',
      'content-encrypted',
      (p) => rewrite(inside(p, 2, 'karte/archive.csv.gz'), encrypted(9_000)),
    ],
    [
      'a file that ransomware renamed',
      'content-encrypted',
      (p) => renameSync(inside(p, 3, 'karte/notes.txt'), inside(p, 3, 'karte/notes.txt.lockbit')),
    ],
    ['a flipped bit', 'generation-damaged', (p) => flip(inside(p, 1, 'images/001.jpg'))],
    ['a file that was cut', 'generation-damaged', (p) => truncate(inside(p, 0, 'karte/notes.txt'))],
    ['a file that is missing', 'generation-damaged', (p) => rmSync(inside(p, 2, 'images/001.jpg'))],
    ['a night that is missing', 'gap', (p) => remove(join(p, day(2)))],
    ['the last night that is missing', 'stale', (p) => [2, 3].map((night) => remove(join(p, day(night))))],
    ['first nights that are missing', 'kept-too-short', (p) => [0, 1].map((night) => remove(join(p, day(night))))],
    ['two generations that were swapped', 'name-disagrees', (p) => swap(join(p, day(1)), join(p, day(2)))],
    ['a canary that was changed', 'canary-changed', (p) => rewrite(inside(p, 3, 'omamori-canary.txt'), 'x')],
    ['a canary that is missing', 'canary-missing', (p) => rmSync(inside(p, 3, 'omamori-canary.txt'))],
    ['an empty generation', 'empty-generation', (p) => mkdirSync(join(p, '2026-11-24-1100'))],
    ['a file that was written later', 'written-later', (p) => touch(inside(p, 0, 'images/001.jpg'), NOW)],
    ['a file from the future', 'from-the-future', (p) => touch(inside(p, 3, 'images/001.jpg'), '2027-01-01T00:00:00Z')],
    ['a generation that shrank', 'shrunk', (p) => filesBelow(join(p, day(3))).map((file) => rewrite(file, 'x'))],
    ['no digests', 'not-checked', (p) => rmSync(inside(p, 3, 'SHA256SUMS'))],
    ['a part that is not backed up', 'lacks-path', () => {}, { holds: ['karte', 'reception'] }],
    ['a copy that should be out of reach', 'writable-from-here', () => {}, { reach: 'disconnected' }],
    ['nobody knows whether it is encrypted', 'encryption-unknown', () => {}, { encrypted: undefined }],
    ['a file where a folder should be', 'not-a-place', (p) => [remove(p), writeFileSync(p, 'x')]],
  ]
  test.each(rows(faults))('$name: $code', async ({ code, make, more }) => {
    expect(await found('folder', base, make, more)).toContain(code)
  })

  test('a link out of the place is told and not followed', async () => {
    const path = copyOf(base)
    symlinkSync('/etc', join(path, day(3), 'karte/etc'))
    symlinkSync('/', join(path, 'latest'))
    const report = await verify(planFor({ engine: 'folder', path, canaries, holds: ['karte'] }))
    expect(codesOf(report)).toEqual([])
    const generations = report.plans[0]?.places[0]?.generations ?? []
    expect(generations.map(({ linksOut, files }) => [linksOut, files])).toEqual([
      [0, 6],
      [0, 6],
      [0, 6],
      [1, 6],
    ])
  })

  test('more files than the limit end the look', async () => {
    const { defaultLimits } = await import('./watch.ts')
    const limits = { ...defaultLimits, maxFiles: 10 }
    expect(codesOf(await verify(planFor({ engine: 'folder', path: base }), { limits }))).toContain('too-many-files')
  })
})

describe('archives', () => {
  const base = folderOfTests()
  const name = (night: number, kind = 'tar.gz') => `karte-${day(night)}.${kind}`
  beforeAll(() => {
    for (const [night, instant] of NIGHTS.entries()) {
      const folder = folderOfTests()
      writeContent(folder, contentOf(night), instant)
      run('tar', ['-czf', join(base, name(night)), '-C', folder, '.'])
      touch(join(base, name(night)), instant)
      remove(folder)
    }
  })
  afterAll(() => remove(base))
  const at = (path: string, night: number) => join(path, name(night))

  test('sound ones are found sound', async () => {
    const report = await verify(planFor({ engine: 'archive', path: base, canaries, holds: ['karte'] }))
    expect(codesOf(report)).toEqual([])
  })

  const faults: readonly Fault[] = [
    ['an archive that was cut', 'generation-damaged', (p) => truncate(at(p, 3))],
    ['a flipped bit', 'generation-damaged', (p) => flip(at(p, 2), 0.7)],
    ['an archive that was encrypted', 'content-encrypted', (p) => rewrite(at(p, 3), encrypted(30_000))],
    ['a digest that differs', 'generation-damaged', (p) => writeFileSync(`${at(p, 1)}.sha256`, '0'.repeat(64))],
    ['two archives that were swapped', 'name-disagrees', (p) => swap(at(p, 0), at(p, 1))],
    ['an archive that is missing', 'gap', (p) => rmSync(at(p, 1))],
    [
      'a time from the future',
      'from-the-future',
      (p) => utimesSync(at(p, 3), new Date('2027-02-01'), new Date('2027-02-01')),
    ],
  ]
  test.each(rows(faults))('$name: $code', async ({ code, make }) => {
    expect(await found('archive', base, make)).toContain(code)
  })

  test('a zip with a password is not called intact, since nobody read what is in it', async () => {
    const path = copyOf(base)
    rmSync(at(path, 3))
    // Made by Info-ZIP: zip -P mihon e.zip karte.txt
    const zip =
      'UEsDBAoACQAAAOAmeF2g3jIdEgAAAAYAAAAJABwAa2FydGUudHh0VVQJAAOjGAVroxgFa3V4CwABBAAAAAAEAAAAAG6+sS0xks2V4i/qDGOjWdgkzFBLBwig3jIdEgAAAAYAAABQSwECHgMKAAkAAADgJnhdoN4yHRIAAAAGAAAACQAYAAAAAAABAAAApIEAAAAAa2FydGUudHh0VVQFAAOjGAVrdXgLAAEEAAAAAAQAAAAAUEsFBgAAAAABAAEATwAAAGUAAAAAAA=='
    writeFileSync(join(path, name(3, 'zip')), Buffer.from(zip, 'base64'))
    const report = await verify(planFor({ engine: 'archive', path }))
    expect(codesOf(report)).toContain('not-checked')
    const newest = report.plans[0]?.places[0]?.generations.find(({ integrity }) => integrity === 'unknown')
    expect(newest?.files).toBe(1)
  })

  test('a tar that was cut between two files is not whole', async () => {
    const path = copyOf(base)
    const tar = join(path, name(3, 'tar'))
    run('gunzip', [at(path, 3)])
    const bytes = readFileSync(tar)
    rewrite(tar, bytes.subarray(0, bytes.length - 10_240 * 2))
    const codes = codesOf(await verify(planFor({ engine: 'archive', path })))
    expect(codes).toContain('generation-damaged')
    expect(statSync(tar).size).toBeGreaterThan(0)
  })
})
