import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  hasProgram,
  largest,
  NIGHTS,
  NOW,
  PASSWORD,
  planFor,
  remove,
  rewrite,
  rows,
  run,
  sha256,
  stateOfFolder,
  truncate,
  verify,
  writeContent,
} from '../../testing/real-places.ts'

const found = hasProgram('restic')
const [base, source, bin] = [join(folderOfTests(), 'repo'), folderOfTests(), folderOfTests()]
const restic = (...words: string[]) =>
  run('restic', ['-q', '--no-cache', '-r', base, ...words], { RESTIC_PASSWORD: PASSWORD }, source)
const resticAt = (repo: string, ...words: string[]) =>
  run('restic', ['-q', '--no-cache', '-r', repo, ...words], { RESTIC_PASSWORD: PASSWORD }, source)
const at = (instant: string) => instant.slice(0, 19).replace('T', ' ')
const place = (path: string, more = {}) => ({
  ...{ engine: 'restic', path, secret: { env: 'OMAMORI_TEST_SECRET' }, holds: ['karte'] },
  canaries: [{ path: 'omamori-canary.txt', sha256: sha256(CANARY) }],
  ...more,
})

describe.skipIf(!found)('a restic repository (needs restic)', () => {
  beforeAll(() => {
    restic('init')
    for (const [night, instant] of NIGHTS.entries()) {
      writeContent(source, contentOf(night))
      restic('backup', '--time', at(instant), '.')
    }
  })
  afterAll(() => {
    for (const folder of [base, source, bin]) remove(folder)
  })

  test('a sound one is found sound, and is left as it was', async () => {
    const before = stateOfFolder(base)
    const report = await verify(planFor(place(base)))
    expect(codesOf(report)).toEqual([])
    expect(report.plans[0]?.places[0]?.generations).toHaveLength(4)
    expect(stateOfFolder(base)).toBe(before)
  })

  const packs = (repo: string) => filesBelow(join(repo, 'data'))
  const snapshots = (repo: string) =>
    JSON.parse(resticAt(repo, 'snapshots', '--json')) as { id: string; time: string }[]
  const forget = (repo: string, nights: readonly number[]) => {
    const all = snapshots(repo)
    for (const night of nights) rmSync(join(repo, 'snapshots', all[night]?.id ?? 'none'))
  }
  const another = (
    repo: string,
    content: Record<string, string | Uint8Array>,
    instant = '2026-11-23T18:00:00.000Z',
  ) => {
    const folder = folderOfTests()
    writeContent(folder, content)
    run(
      'restic',
      ['-q', '--no-cache', '-r', repo, 'backup', '--time', at(instant), '.'],
      { RESTIC_PASSWORD: PASSWORD },
      folder,
    )
    remove(folder)
  }
  const faults: readonly Fault[] = [
    ['a pack that was cut', 'damaged', (repo) => truncate(largest(packs(repo)))],
    ['a pack with one bit flipped', 'damaged', (repo) => flip(largest(packs(repo)), 0.3)],
    ['a pack that is missing', 'damaged', (repo) => rmSync(largest(packs(repo)))],
    ['a pack that an attacker encrypted', 'damaged', (repo) => rewrite(largest(packs(repo)), encrypted(30_000))],
    [
      'two packs that were swapped',
      'damaged',
      (repo) => {
        const [a = '', b = ''] = packs(repo)
        const [bytes, other] = [readFileSync(a), readFileSync(b)]
        rewrite(a, other)
        rewrite(b, bytes)
      },
    ],
    ['an index that is broken', 'damaged', (repo) => flip(largest(filesBelow(join(repo, 'index'))))],
    ['a snapshot that cannot be read', 'damaged', (repo) => flip(largest(filesBelow(join(repo, 'snapshots'))))],
    ['a configuration that is missing', 'not-a-place', (repo) => rmSync(join(repo, 'config'))],
    ['a repository that is gone', 'place-missing', (repo) => remove(repo)],
    ['a key that is gone', 'wrong-password', (repo) => rmSync(largest(filesBelow(join(repo, 'keys'))))],
    ['another password', 'wrong-password', () => {}, { secret: { env: 'PATH' } }],
    ['a password that nobody can find', 'secret-missing', () => {}, { secret: { file: 'no-such-file' } }],
    ['a lock that was left', 'locked', (repo) => writeFileSync(join(repo, 'locks', '0'.repeat(64)), 'x')],
    ['a night without a generation', 'gap', (repo) => forget(repo, [2])],
    ['the last nights without a generation', 'stale', (repo) => forget(repo, [2, 3])],
    ['generations that were thrown away too early', 'kept-too-short', (repo) => forget(repo, [0, 1])],
    ['no generation at all', 'no-generation', (repo) => forget(repo, [0, 1, 2, 3])],
    [
      'a generation from the future',
      'from-the-future',
      (repo) => another(repo, contentOf(3), '2026-12-24T00:00:00.000Z'),
    ],
    [
      'files that were encrypted before they were backed up',
      'content-encrypted',
      (repo) => another(repo, { ...contentOf(3), 'karte/patients.csv': encrypted(20_000) }),
    ],
    [
      'the note of an extortioner',
      'content-encrypted',
      (repo) => another(repo, { ...contentOf(3), 'karte/HOW_TO_DECRYPT.txt': 'pay us. '.repeat(30) }),
    ],
    [
      'a canary that was changed',
      'canary-changed',
      (repo) => another(repo, { ...contentOf(3), 'omamori-canary.txt': 'changed' }),
    ],
    [
      'a canary that is gone',
      'canary-missing',
      (repo) =>
        another(repo, Object.fromEntries(Object.entries(contentOf(3)).filter(([name]) => !name.includes('canary')))),
    ],
    [
      'a folder that is no longer backed up',
      'lacks-path',
      (repo) => another(repo, { 'images/001.txt': 'picture '.repeat(9000), 'omamori-canary.txt': CANARY }),
    ],
    [
      'a generation that shrank',
      'shrunk',
      (repo) => another(repo, { 'karte/patients.csv': 'a,b\n'.repeat(30), 'omamori-canary.txt': CANARY }),
    ],
    ['a copy that should be out of reach', 'writable-from-here', () => {}, { reach: 'write-once' }],
    [
      'a program that is too old to look',
      'engine-version',
      () => {},
      { engineIs: 'restic 0.9.6 compiled with go1.13' },
    ],
  ]

  test.each(rows(faults))('$name: $code', async ({ code, make, more }) => {
    const repo = copyOf(base)
    make(repo)
    const { engineIs, ...own } = more as { engineIs?: string }
    const around =
      engineIs === undefined
        ? {}
        : { variables: { PATH: standIn(`echo '${engineIs}'`), OMAMORI_TEST_SECRET: PASSWORD } }
    const report = await verify(planFor(place(repo, own)), around)
    expect(codesOf(report)).toContain(code)
    expect(report.state).not.toBe('met')
    expect(JSON.stringify(report)).not.toContain(PASSWORD)
    remove(join(repo, '..'))
  })

  test('an engine that is not installed leaves the place unknown', async () => {
    const report = await verify(planFor(place(base)), {
      variables: { PATH: folderOfTests(), OMAMORI_TEST_SECRET: PASSWORD },
    })
    expect(codesOf(report)).toContain('engine-missing')
  })

  test('an engine that hangs is stopped at the limit, with what it started', async () => {
    const PATH = `${standIn('sleep 600')}:${process.env.PATH}`
    const plan = planFor(place(base), { file: { limits: { minutes: 0.01 } } })
    const report = await verify(plan, { variables: { PATH, OMAMORI_TEST_SECRET: PASSWORD } })
    expect(codesOf(report)).toContain('timed-out')
  })

  test('an engine that prints without end is stopped', async () => {
    const PATH = `${standIn('yes')}:${process.env.PATH}`
    const report = await verify(planFor(place(base)), { variables: { PATH, OMAMORI_TEST_SECRET: PASSWORD } })
    expect(codesOf(report)).toContain('too-much-output')
  })

  test.each([0, 2, 5])('clean repositories of other schedules are sound (%i)', async (seed) => {
    const repo = join(folderOfTests(), 'repo')
    resticAt(repo, 'init')
    const everyHours = [6, 12, 24, 48, 72, 168][seed] ?? 24
    for (const turn of [4, 3, 2, 1, 0]) {
      const instant = new Date(Date.parse(NOW) - (turn * everyHours + 1 + turn / 3) * 3_600_000).toISOString()
      writeContent(source, contentOf(seed * 10 + turn))
      resticAt(repo, 'backup', '--time', at(instant), '.')
    }
    const plan = {
      schedule: { everyHours, graceHours: 3 },
      retention: { generations: 4, days: Math.max(1, (everyHours * 4) / 24) | 0 },
    }
    expect(codesOf(await verify(planFor(place(repo), { plan })))).toEqual([])
    remove(join(repo, '..'))
  })

  /** A program of that name that does something else: a real one, in a folder of its own. */
  function standIn(script: string): string {
    const folder = join(bin, `${readdirSync(bin).length}`)
    mkdirSync(folder)
    writeFileSync(join(folder, 'restic'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    return folder
  }
})
