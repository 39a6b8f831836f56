import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAcknowledgements } from './acknowledgements.ts'
import { newDisk } from './disk.ts'
import { examine } from './examine.ts'
import { counted, type Figure, nothing } from './figure.ts'
import type { Mutant } from './mutants.ts'
import { below, seeded } from './random.ts'
import type { Operation } from './record.ts'
import { recordWriters } from './record-writers.ts'

export { needsCompiler } from './record-writers.ts'

export interface CutOptions {
  readonly mutant?: Mutant
  /** How much each of the two writers writes. */
  readonly entries?: number
}

/** 停電 — records two lives of a writer on one data directory, cuts the power as often as asked, and looks at each image. */
export function strikePowerCut({ mutant, entries = 40 }: CutOptions = {}) {
  return async (rounds: number, seed: number): Promise<Figure> => {
    const operations = await recordWriters({ mutant, entries })
    const random = seeded(seed)
    const cuts = momentsOf(operations, rounds, random)
    const base = mkdtempSync(join(fastFolder(), 'omamori-cut-'))
    try {
      return await lookAt(operations, cuts, { base, random, mutant, seed })
    } finally {
      rmSync(base, { recursive: true, force: true })
    }
  }
}

/**
 * Half of the cuts fall anywhere, the other half right behind something that was acknowledged: there a promise was just
 * made and nothing since can have kept it, while most of a record is the first start, when nothing was promised yet.
 */
function momentsOf(operations: readonly Operation[], rounds: number, random: () => number): readonly number[] {
  const promised = operations.flatMap(({ kind }, at) => (kind === 'acknowledge' ? [at + 1] : []))
  const anywhere = () => below(random, operations.length + 1)
  const behindPromise = () => promised[below(random, promised.length)] ?? anywhere()
  const moments = Array.from({ length: rounds }, (_, round) => (round % 2 === 0 ? anywhere() : behindPromise()))
  return moments.sort((earlier, later) => earlier - later)
}

interface Looking {
  readonly base: string
  readonly random: () => number
  readonly mutant: Mutant | undefined
  readonly seed: number
}

async function lookAt(operations: readonly Operation[], cuts: readonly number[], looking: Looking): Promise<Figure> {
  const { base, random, mutant, seed } = looking
  const disk = newDisk({ withoutDirectoryFlushes: mutant?.withoutDirectoryFlushes })
  let figure = nothing(mutant ? `power cut, ${mutant.name}` : 'power cut', seed)
  let played = 0
  for (const cut of cuts) {
    for (const operation of operations.slice(played, cut)) disk.play(operation)
    played = cut
    const image = join(base, String(figure.rounds))
    disk.cut(image, random)
    const seen = await examine({ data: join(image, 'data') }, readAcknowledgements(disk.acknowledged()))
    rmSync(image, { recursive: true, force: true })
    figure = counted(figure, seen)
    if (!mutant) for (const problem of seen.problems) console.error(`cut at ${cut}: ${problem}`)
  }
  return figure
}

/** Memory where the machine has such a folder: what is made there is looked at once and thrown away. */
export const fastFolder = (): string =>
  statSync('/dev/shm', { throwIfNoEntry: false })?.isDirectory() ? '/dev/shm' : tmpdir()
