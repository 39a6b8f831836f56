import { type Figure, isClean, line } from './figure.ts'

interface Fault {
  readonly name: string
  readonly run: (rounds: number | undefined, seed: number) => Promise<readonly Figure[]>
}

const catalogue: readonly Fault[] = []

/** Runs the faults named, or all, and ends with 1 when anything was lost. */
export async function main(words: readonly string[]): Promise<void> {
  const chosen = catalogue.filter(({ name }) => words.length === 0 || words.includes(name))
  for (const { run } of chosen) {
    for (const figure of await run(undefined, 1)) {
      console.log(line(figure))
      if (!isClean(figure)) process.exitCode = 1
    }
  }
}
