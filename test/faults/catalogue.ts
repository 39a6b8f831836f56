import type { Figure } from './figure.ts'
import { mutants } from './mutants.ts'
import { needsCompiler, strikePowerCut } from './power-cut.ts'

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
]
