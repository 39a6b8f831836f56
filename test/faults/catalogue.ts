import { needsStrace, strikeCalls } from './failing-calls.ts'
import type { Figure } from './figure.ts'
import { strikeFlips } from './flips.ts'
import { limitedFiles, needsMount, needsPrlimit, smallDisk, strikeFullDisk } from './full-disk.ts'
import { strikeKill, strikeKillBesidePostgres } from './kill.ts'
import { mutantNamed, mutants } from './mutants.ts'
import { needsCompiler, strikePowerCut } from './power-cut.ts'
import { needsPostgres, racePostgres, raceSqlite } from './race.ts'

/** 障害 — something that may happen to a machine, and how it is done to the product. */
export interface Fault {
  readonly name: string
  /** How often it is done when nobody says otherwise. */
  readonly rounds: number
  /** Rounds that share what they begin with. */
  readonly batch: number
  /** What is missing on this machine, in words. */
  readonly needs?: () => string | undefined
  /** Must do damage: it shows that the damage would be seen. */
  readonly isMutant?: true
  readonly strike: (rounds: number, seed: number) => Promise<Figure>
}

export const catalogue: readonly Fault[] = [
  { name: 'power-cut', rounds: 2_000, batch: 500, needs: needsCompiler, strike: strikePowerCut() },
  // Writes so long that SQLite gathers its write-ahead log into the file in the middle of it.
  {
    name: 'power-cut:checkpoint',
    rounds: 250,
    batch: 250,
    needs: needsCompiler,
    strike: strikePowerCut({ entries: 300 }),
  },
  ...mutants.map((mutant) => ({
    name: `power-cut:${mutant.name}`,
    rounds: 100,
    batch: 100,
    needs: needsCompiler,
    isMutant: true as const,
    strike: strikePowerCut({ mutant }),
  })),
  { name: 'kill', rounds: 50, batch: 25, strike: strikeKill },
  { name: 'kill:postgresql', rounds: 20, batch: 20, needs: needsPostgres, strike: strikeKillBesidePostgres },
  { name: 'failing-calls', rounds: 500, batch: 250, needs: needsStrace, strike: strikeCalls({ blobBytes: 100 }) },
  // A commit so large that SQLite gathers its write-ahead log into the file with it: some of its thousands of calls.
  {
    name: 'failing-calls:checkpoint',
    rounds: 40,
    batch: 40,
    needs: needsStrace,
    strike: strikeCalls({ entries: 60, detailBytes: 280_000 }),
  },
  {
    name: 'failing-calls:acknowledged-before-commit',
    rounds: 20,
    batch: 20,
    needs: needsStrace,
    isMutant: true,
    strike: strikeCalls({}, mutantNamed('acknowledged-before-commit')),
  },
  { name: 'full-disk', rounds: 20, batch: 20, needs: needsPrlimit, strike: strikeFullDisk(limitedFiles) },
  { name: 'full-disk:tmpfs', rounds: 10, batch: 10, needs: needsMount, strike: strikeFullDisk(smallDisk) },
  { name: 'race:sqlite', rounds: 3, batch: 3, strike: raceSqlite },
  { name: 'race:postgresql', rounds: 3, batch: 3, needs: needsPostgres, strike: racePostgres },
  { name: 'bit-flips', rounds: 500, batch: 500, strike: strikeFlips },
]
