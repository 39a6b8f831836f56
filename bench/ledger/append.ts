import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
// The one server that is started for tests serves here too.
import { findPostgres, startPostgres } from '../../src/storage/testing-postgres.ts'
import { median } from '../figure.ts'
import { type Ratio, show } from './ratio.ts'

type Measured = Readonly<
  Record<
    string,
    { readonly ours: readonly number[]; readonly theirs: readonly number[]; readonly ratios: readonly number[] }
  >
>

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const SLOW_US = 10_000
const MANY = 10_000_000
// 1.2 kB an entry, and as much again for the log of the database while it grows.
const ROOM_FOR_MANY = 30e9

/** Appending: what the journal costs beside a table that promises nothing, on this disk and on a slow one. */
export async function append(): Promise<readonly Ratio[]> {
  const folder = mkdtempSync(join(tmpdir(), 'omamori-append-'))
  try {
    const fast = run('append-sqlite.ts', ['250'])
    const slow = slowed(folder, (env) => run('append-sqlite.ts', ['600'], env))
    return [
      ...ofSqlite(fast, '', { one: 0.6, sixteen: 4.5, storage: 2, thousand: 0.5 }),
      ...(slow ? ofSqlite(slow, ' at +10 ms', { one: 0.97, sixteen: 15 }) : []),
      ...(await ofPostgres()),
      ...flushes(folder),
      ...ofSize(),
      ...ofGrown(folder),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const names: Readonly<Record<string, string>> = {
  one: '1 caller / plain SQLite',
  sixteen: '16 callers of appendEntries / plain SQLite',
  storage: '16 callers through storage.write / plain SQLite',
  thousand: '1,000 rows a transaction / plain SQLite the same',
}

function ofSqlite(measured: Measured, where: string, bars: Readonly<Record<string, number>>): readonly Ratio[] {
  return Object.entries(bars).map(([key, bar]) => {
    const { ours = [], theirs = [], ratios: values = [] } = measured[key] ?? {}
    const against = `${show(median(ours))} against ${show(median(theirs))} rows/s; WAL, synchronous=EXTRA, 16 KiB pages, self-check on`
    return { name: `append, ${names[key]}${where}`, values, bar, against }
  })
}

async function ofPostgres(): Promise<readonly Ratio[]> {
  if (!findPostgres()) return skipped('PostgreSQL is not installed')
  const server = await startPostgres()
  try {
    const addresses = [await server.createDatabase(), await server.createDatabase()]
    const { sixteen } = run('append-postgres.ts', addresses)
    const { ours = [], theirs = [], ratios: values = [] } = sixteen ?? {}
    const against = `${show(median(ours))} against ${show(median(theirs))} rows/s, 16 connections`
    return [{ name: 'append, PostgreSQL, 16 callers on one log / plain', values, bar: 1.3, against }]
  } finally {
    await server.stop()
  }
}

/** Flushes of a thousand commits, counted from outside; the bar is for the inverse, since more flushes are worse. */
function flushes(folder: string): readonly Ratio[] {
  if (!has('strace')) return skipped('strace is not installed')
  const count = (who: string) => {
    const file = join(folder, who)
    execFileSync('strace', [
      '-f',
      '-c',
      '-e',
      'trace=fsync,fdatasync',
      '-o',
      file,
      process.execPath,
      here('append-flushes.ts'),
      who,
    ])
    const lines = readFileSync(file, 'utf8').matchAll(/^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+).*\b(?:fsync|fdatasync)$/gm)
    return [...lines].reduce((sum, match) => sum + Number(match[1]), 0)
  }
  const idle = { ours: count('ours-idle'), plain: count('plain-idle') }
  const [ours, plain] = [count('ours') - idle.ours, count('plain') - idle.plain]
  const against = `${ours} against ${plain} flushes for 1,000 commits; the bar of 1.01 turned round`
  return [{ name: 'append, flushes of plain SQLite / ours', values: [plain / ours], bar: 1 / 1.01, against }]
}

function ofSize(): readonly Ratio[] {
  const { stored, megabytes, entries } = run('append-size.ts', ['50000']) as unknown as Size
  const of = `${entries.toLocaleString('en')} entries`
  return [
    {
      name: 'append, bytes of entries / bytes stored',
      values: [1 / stored],
      bar: 1 / 1.15,
      against: `${stored.toFixed(2)} stored for each byte; the bar of 1.15 turned round`,
    },
    {
      name: 'append, 256 MiB / memory',
      values: [256 / megabytes],
      bar: 1,
      against: `${Math.round(megabytes)} MiB at most, ${of}; a log's state is log₂ n hashes`,
    },
  ]
}

/** What a log of ten million entries costs whoever adds to it; where the disk has no room for it, of a tenth of that. */
function ofGrown(folder: string): readonly Ratio[] {
  const { bavail, bsize } = statfsSync(folder)
  const many = bavail * bsize > ROOM_FOR_MANY ? MANY : MANY / 10
  const { measured, entries } = run('append-grown.ts', [String(many)]) as unknown as Grown
  const against = `${show(median(measured.ours))} against ${show(median(measured.theirs))} entries/s in groups of 256, ${entries.toLocaleString('en')} entries against 100,000`
  return [{ name: 'append, at 10^7 entries / at 10^5', values: measured.ratios, bar: 0.95, against }]
}

interface Size {
  readonly stored: number
  readonly megabytes: number
  readonly entries: number
}

interface Grown {
  readonly measured: Measured[string]
  readonly entries: number
}

function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Measured {
  const out = execFileSync(process.execPath, [here(script), ...args], { env: { ...process.env, ...env } }).toString()
  return JSON.parse(out.trim().split('\n').at(-1) ?? '') as Measured
}

function slowed(folder: string, use: (env: NodeJS.ProcessEnv) => Measured): Measured | undefined {
  if (!has('cc')) return void skipped('there is no C compiler for slow flushes')
  const library = join(folder, 'slow-fsync.so')
  execFileSync('cc', ['-shared', '-fPIC', '-O2', here('slow-fsync.c'), '-o', library, '-ldl'])
  return use({ LD_PRELOAD: library, FSYNC_US: String(SLOW_US) })
}

function has(program: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => {
    try {
      execFileSync('test', ['-x', join(folder, program)])
      return true
    } catch {
      return false
    }
  })
}

function skipped(reason: string): readonly Ratio[] {
  console.error(`skipped: ${reason}`)
  return []
}
