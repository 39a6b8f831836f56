import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

const found = hasProgram('borg')
const [base, source, own] = [join(folderOfTests(), 'repo'), folderOfTests(), folderOfTests()]
// Borg remembers each repository's last state, and refuses a copy that is behind it: every call begins anew.
const variables = () => ({
  BORG_PASSPHRASE: PASSWORD,
  BORG_BASE_DIR: mkdtempSync(join(own, 'base-')),
  BORG_RELOCATED_REPO_ACCESS_IS_OK: 'yes',
  BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK: 'yes',
})
const borg = (...words: string[]) => run('borg', words, variables(), source)
const create = (repo: string, name: string, instant: string) =>
  borg('create', '--timestamp', instant.slice(0, 19), `${repo}::${name}`, '.')
const place = (path: string, more = {}) => ({
  ...{ engine: 'borg', path, secret: { env: 'OMAMORI_TEST_SECRET' }, holds: ['karte'] },
  canaries: [{ path: 'omamori-canary.txt', sha256: sha256(CANARY) }],
  ...more,
})

describe.skipIf(!found)('a Borg repository (needs borgbackup)', () => {
  beforeAll(() => {
    borg('init', '-e', 'repokey-blake2', base)
    for (const [night, instant] of NIGHTS.entries()) {
      writeContent(source, contentOf(night))
      create(base, `night-${night}`, instant)
    }
  })
  afterAll(() => {
    for (const folder of [base, source, own]) remove(folder)
  })

  test('a sound one is found sound, and is left as it was', async () => {
    const before = stateOfFolder(base)
    const report = await verify(planFor(place(base)))
    expect(codesOf(report)).toEqual([])
    expect(report.plans[0]?.places[0]?.generations).toHaveLength(4)
    expect(stateOfFolder(base)).toBe(before)
  })

  const segments = (repo: string) => filesBelow(join(repo, 'data'))
  const another = (repo: string, content: Record<string, string | Uint8Array>, instant = '2026-11-23T18:00:00') => {
    const folder = folderOfTests()
    writeContent(folder, content)
    run('borg', ['create', '--timestamp', instant, `${repo}::another`, '.'], variables(), folder)
    remove(folder)
  }
  const faults: readonly Fault[] = [
    ['a segment that was cut', 'damaged', (repo) => truncate(largest(segments(repo)))],
    ['a segment with one bit flipped', 'damaged', (repo) => flip(largest(segments(repo)), 0.4)],
    ['a segment that is missing', 'damaged', (repo) => rmSync(largest(segments(repo)))],
    ['a segment that an attacker encrypted', 'damaged', (repo) => rewrite(largest(segments(repo)), encrypted(30_000))],
    ['another password', 'wrong-password', () => {}, { secret: { env: 'PATH' } }],
    ['a configuration that is missing', 'not-a-place', (repo) => rmSync(join(repo, 'config'))],
    ['a lock that was left', 'locked', (repo) => writeFileSync(join(repo, 'lock.roster'), '{}')],
    ['a night without a generation', 'gap', (repo) => void borg('delete', `${repo}::night-2`)],
    ['the last nights without a generation', 'stale', (repo) => void borg('delete', `${repo}::night-3`, 'night-2')],
    ['a generation from the future', 'from-the-future', (repo) => another(repo, contentOf(3), '2026-12-24T00:00:00')],
    [
      'files that were encrypted before they were backed up',
      'content-encrypted',
      (repo) => another(repo, { ...contentOf(3), 'karte/notes.txt': encrypted(20_000) }),
    ],
    [
      'a canary that was changed',
      'canary-changed',
      (repo) => another(repo, { ...contentOf(3), 'omamori-canary.txt': '!' }),
    ],
  ]

  test.each(rows(faults))('$name: $code', async ({ code, make, more }) => {
    const repo = copyOf(base)
    make(repo)
    const report = await verify(planFor(place(repo, more)))
    expect(codesOf(report)).toContain(code)
    expect(JSON.stringify(report)).not.toContain(PASSWORD)
    remove(join(repo, '..'))
  })

  test('one without encryption is told', async () => {
    const repo = join(folderOfTests(), 'repo')
    borg('init', '-e', 'none', repo)
    create(repo, 'night', NIGHTS[3] ?? '')
    expect(codesOf(await verify(planFor(place(repo))))).toContain('not-encrypted')
    expect(readFileSync(join(repo, 'README'), 'utf8')).toContain('Borg')
  })
})
