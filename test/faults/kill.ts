import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startPostgres } from '../../src/storage/testing-postgres.ts'
import { acknowledgementsIn } from './acknowledgements.ts'
import { examine } from './examine.ts'
import { counted, type Figure, nothing } from './figure.ts'
import { below, seeded } from './random.ts'

const MAX_LIFE_MS = 300
const script = join(import.meta.dirname, 'writer.ts')

/** kill -9 — ends a writer at a random moment of its life, its first breath included, and looks; then the next one. */
export async function strikeKill(rounds: number, seed: number): Promise<Figure> {
  return withFolder((base) => killed('kill -9', rounds, seed, base))
}

/** The same beside a PostgreSQL server, which goes on. */
export async function strikeKillBesidePostgres(rounds: number, seed: number): Promise<Figure> {
  const server = await startPostgres()
  try {
    const database = await server.createDatabase()
    return await withFolder((base) => killed('kill -9 beside PostgreSQL', rounds, seed, base, database))
  } finally {
    await server.stop()
  }
}

async function withFolder<T>(use: (base: string) => Promise<T>): Promise<T> {
  const base = mkdtempSync(join(tmpdir(), 'omamori-kill-'))
  try {
    return await use(base)
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}

async function killed(fault: string, rounds: number, seed: number, base: string, database?: string): Promise<Figure> {
  const random = seeded(seed)
  const options = { data: join(base, 'data'), database }
  const file = join(base, 'acknowledgements')
  let figure = nothing(fault, seed)
  for (let round = 0; round < rounds; round += 1) {
    const before = acknowledgementsIn(file).length
    const words = [script, options.data, file, '1000000', 'close', '', ...(database === undefined ? [] : [database])]
    const writer = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] })
    const ended = new Promise((resolve) => writer.once('exit', (code, signal) => resolve(signal ?? code)))
    // Every tenth is ended while it is still opening.
    for (const isYoung = round % 10 === 9; !isYoung && writer.exitCode === null; ) {
      if (acknowledgementsIn(file).length > before) break
      await setTimeout(20)
    }
    await setTimeout(below(random, MAX_LIFE_MS))
    writer.kill('SIGKILL')
    if ((await ended) !== 'SIGKILL') throw new Error('the writer ended by itself')
    const seen = await examine(options, acknowledgementsIn(file))
    for (const problem of seen.problems) console.error(`round ${round}: ${problem}`)
    figure = counted(figure, seen)
  }
  return figure
}
