import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Finding } from '../finding.ts'
import type { Surroundings } from '../looking/look-at-place.ts'
import { defaultLimits } from '../looking/watch.ts'
import { type BackupPlanFile, PLAN_FORMAT, planSchema } from '../plan/plan.ts'
import { type BackupReport, verifyBackup } from '../verify-backup.ts'

/** Noon of a Tuesday in Tokyo; the generations of the tests are of the four nights before, at two o'clock. */
export const NOW = '2026-11-24T03:00:00.000Z'
export const NIGHTS = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map((day) => `${day}T17:00:00.000Z`)
export const PASSWORD = 'みほん-pass phrase 1'

export const hasProgram = (name: string): boolean =>
  spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined

export const folderOfTests = (): string => mkdtempSync(join(tmpdir(), 'omamori-backup-test-'))
export const remove = (path: string): void => rmSync(path, { recursive: true, force: true })

export const CANARY = 'この文書は変えないでください。omamori canary 2026\n'.repeat(20)
export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export interface Content {
  readonly [name: string]: string | Uint8Array
}

/** What a small clinic's server holds on the n-th night: text, compressed files, a picture's beginning, a canary. */
export function contentOf(night: number): Content {
  const rows = Array.from(
    { length: 400 },
    (_, row) => `${row},山田 太郎,2026-11-0${(row % 9) + 1},処方 ${(row * 37) % 101}\n`,
  )
  return {
    'karte/patients.csv': rows.join('').repeat(2) + `night ${night}\n`.repeat(10),
    'karte/notes.txt': `${'診療の記録 night '.repeat(300)}${night}\n`,
    'karte/archive.csv.gz': gzipSync(rows.map((row, index) => `${row}${(index * 7919) % 10_007}`).join('')),
    'images/001.jpg': Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), sequence(20_000, night)]),
    'omamori-canary.txt': CANARY,
  }
}

/** Bytes that are neither text nor random to an eye that counts them. */
function sequence(length: number, seed: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, index) => (index * index + seed) % 200))
}

export const encrypted = (length: number): Buffer => randomBytes(length)

export function writeContent(folder: string, content: Content, at?: string): void {
  for (const [name, bytes] of Object.entries(content)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
    if (at) touch(join(folder, name), at)
  }
}

export function touch(path: string, at: string): void {
  utimesSync(path, new Date(at), new Date(at))
}

export function run(
  program: string,
  words: readonly string[],
  variables: Record<string, string> = {},
  cwd?: string,
): string {
  const env = { PATH: process.env.PATH ?? '', HOME: tmpdir(), TZ: 'UTC', LC_ALL: 'C.UTF-8', ...variables }
  return execFileSync(program, [...words], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd ? { cwd } : {}),
  })
}

/** Every file below a folder, in order. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .toSorted()
}

export const largest = (files: readonly string[]): string =>
  files.toSorted((a, b) => statSync(b).size - statSync(a).size)[0] ?? ''

export function truncate(file: string, share = 0.6): void {
  const bytes = readFileSync(file)
  rewrite(file, bytes.subarray(0, Math.floor(bytes.length * share)))
}

export function flip(file: string, share = 0.5): void {
  const bytes = Buffer.from(readFileSync(file))
  const at = Math.floor(bytes.length * share)
  bytes[at] = (bytes[at] ?? 0) ^ 0x10
  rewrite(file, bytes)
}

/** A medium decays without changing the times of its files. */
export function rewrite(file: string, bytes: Uint8Array | string): void {
  const { atime, mtime } = statSync(file)
  execFileSync('chmod', ['u+w', file])
  writeFileSync(file, bytes)
  utimesSync(file, atime, mtime)
}

export function copyOf(folder: string): string {
  const copy = join(folderOfTests(), 'place')
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true })
  return copy
}

/** Everything that lies in a folder, as one digest: a look must leave it as it is. */
export function stateOfFolder(folder: string): string {
  return sha256(
    filesBelow(folder)
      .map((path) => `${path} ${statSync(path).mtimeMs} ${sha256(readFileSync(path))}`)
      .join('\n'),
  )
}

type PlanInput = Record<string, unknown>

/** A plan of one real place and a tape in a safe that somebody looked at. */
export function planFor(place: PlanInput, more: { plan?: PlanInput; file?: PlanInput } = {}): BackupPlanFile {
  const tape = { id: 'tape', engine: 'none', medium: 'tape', reach: 'disconnected', encrypted: true }
  return planSchema.parse({
    format: PLAN_FORMAT,
    limits: { minutes: 2 },
    plans: [
      {
        ...{ id: 'emr', name: '電子カルテ', schedule: { everyHours: 24, graceHours: 6 } },
        retention: { generations: 3, days: 4 },
        places: [
          { ...{ id: 'here', medium: 'nas', reach: 'online', encrypted: true }, ...place },
          {
            ...tape,
            ...{ schedule: { everyHours: 168, graceHours: 24 }, retention: {} },
            seen: { on: '2026-11-20', by: '佐藤', newestOn: '2026-11-20', generations: 4, how: 'ラベルと記録を見た' },
          },
        ],
        ...more.plan,
      },
    ],
    ...more.file,
  })
}

export function verify(plan: BackupPlanFile, more: Partial<Surroundings> = {}): Promise<BackupReport> {
  return verifyBackup(plan, {
    ...{
      clock: { now: () => NOW },
      random: Math.random,
      folder: tmpdir(),
      limits: { ...defaultLimits, sampledGenerations: 1 },
      tell: () => {},
    },
    variables: { ...process.env, OMAMORI_TEST_SECRET: PASSWORD },
    ...more,
  })
}

export const wrongOf = (report: BackupReport): readonly Finding[] =>
  report.plans.flatMap(({ findings }) => findings.filter(({ state }) => state !== 'met'))

export const codesOf = (report: BackupReport): readonly string[] => [
  ...new Set(wrongOf(report).map(({ code }) => code)),
]

/** One thing made wrong at a sound place, and the code of the finding that must tell it. */
export type Fault = readonly [name: string, code: string, make: (path: string) => unknown, more?: object]

export const rows = (faults: readonly Fault[]) =>
  faults.map(([name, code, make, more = {}]) => ({ name, code, make, more }))
