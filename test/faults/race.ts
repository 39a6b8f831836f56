import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { PlatformOptions } from '#platform'
import { findPostgres, startPostgres } from '../../src/storage/testing-postgres.ts'
import { acknowledgementsIn } from './acknowledgements.ts'
import { examine } from './examine.ts'
import { counted, type Figure, nothing } from './figure.ts'
import { openGround } from './ground.ts'
import { below, seeded } from './random.ts'

const RACERS = 8
const ENTRIES = 40
const script = join(import.meta.dirname, 'writer.ts')

export const needsPostgres = (): string | undefined =>
  findPostgres() ? undefined : 'needs PostgreSQL (apt-get install postgresql)'

interface Ended {
  readonly code: number | null
  readonly said: string
}

/** 競合 — eight processes on one log of PostgreSQL, which is shared; now and then one of them is held still. */
export async function racePostgres(rounds: number, seed: number): Promise<Figure> {
  const server = await startPostgres()
  try {
    return await races('race on PostgreSQL', rounds, seed, async (data) => ({
      options: { data, database: await server.createDatabase() },
      judge: ({ code, said }) => (code === 0 ? undefined : `a writer ended with ${code}: ${said}`),
    }))
  } finally {
    await server.stop()
  }
}

/** 競合 — eight processes on one data directory: whoever comes while it is held is refused, and changes nothing. */
export const raceSqlite = (rounds: number, seed: number): Promise<Figure> =>
  races('race on SQLite', rounds, seed, async (data) => ({
    options: { data },
    judge: ({ code, said }) =>
      code === 0 || said.includes('Refusal: locked') ? undefined : `a writer ended with ${code}: ${said}`,
  }))

interface Race {
  readonly options: PlatformOptions
  readonly judge: (ended: Ended) => string | undefined
}

async function races(
  fault: string,
  rounds: number,
  seed: number,
  prepare: (data: string) => Promise<Race>,
): Promise<Figure> {
  const random = seeded(seed)
  let figure = nothing(fault, seed)
  for (let round = 0; round < rounds; round += 1) {
    const base = mkdtempSync(join(tmpdir(), 'omamori-race-'))
    try {
      const race = await prepare(join(base, 'data'))
      // The facility and its keys are there before the race.
      await (await openGround(race.options)).close()
      const files = Array.from({ length: RACERS }, (_, number) => join(base, `acknowledged-${number}`))
      const ends = await Promise.all(files.map((file) => racer(race.options, file, random)))
      const problems = ends.map(race.judge).filter((problem) => problem !== undefined)
      if (!ends.some(({ code }) => code === 0)) problems.push('nobody wrote')
      const seen = await examine(race.options, files.flatMap(acknowledgementsIn))
      for (const problem of [...problems, ...seen.problems]) console.error(problem)
      figure = counted(figure, { ...seen, isCorrupt: seen.isCorrupt || problems.length > 0 })
    } finally {
      rmSync(base, { recursive: true, force: true })
    }
  }
  return figure
}

async function racer({ data, database }: PlatformOptions, file: string, random: () => number): Promise<Ended> {
  const words = [script, data, file, String(ENTRIES), 'close', '', ...(database === undefined ? [] : [database])]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, said })))
  for (let pause = 0; pause < 3; pause += 1) {
    await setTimeout(below(random, 500))
    if (child.exitCode !== null) break
    child.kill('SIGSTOP')
    await setTimeout(below(random, 100))
    child.kill('SIGCONT')
  }
  return ended
}
