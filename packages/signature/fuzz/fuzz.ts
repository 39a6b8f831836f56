import { Malformed } from '../malformed.ts'
import { createDice } from './dice.ts'
import { mutate } from './mutate.ts'

/** A reader under test. `read` may refuse with `Malformed` and with nothing else. */
export interface FuzzTarget {
  readonly name: string
  /** Honest inputs, of which mutants are made. */
  samples(): readonly Uint8Array[]
  read(octets: Uint8Array): void
}

/** What came of a stretch of mutants; plain data, so that stretches can be added up. */
export interface FuzzFigures {
  readonly read: number
  readonly refused: number
  /** Anything thrown that is not `Malformed`: there must be none. */
  readonly thrown: readonly string[]
  /** Processor time of the slowest mutant, in milliseconds, and which it was. */
  readonly slowest: { readonly ms: number; readonly number: number }
}

/** Mutants of one target, from number `from` up to `to`. */
export function fuzz(target: FuzzTarget, seed: number, from: number, to: number): FuzzFigures {
  const samples = target.samples()
  const figures = { read: 0, refused: 0, slowest: { ms: 0, number: from } }
  const thrown: string[] = []
  for (let number = from; number < to; number++) {
    const mutant = mutantOf(target, samples, seed, number)
    const started = process.cpuUsage()
    const outcome = outcomeOf(target, mutant)
    const { user, system } = process.cpuUsage(started)
    const ms = (user + system) / 1000
    if (ms > figures.slowest.ms) figures.slowest = { ms, number }
    if (outcome === 'read' || outcome === 'refused') figures[outcome]++
    else thrown.push(`${target.name} seed ${seed} number ${number}: ${outcome}`)
  }
  return { ...figures, thrown }
}

/** Two samples that may be the same, and what the dice make of them. */
function mutantOf({ name }: FuzzTarget, samples: readonly Uint8Array[], seed: number, number: number): Uint8Array {
  const dice = createDice(seed, name, number)
  const [one, other] = [samples[dice(samples.length)], samples[dice(samples.length)]]
  if (one === undefined || other === undefined) throw new RangeError(`no samples for ${name}`)
  return mutate(one, other, dice)
}

function outcomeOf({ read }: FuzzTarget, mutant: Uint8Array): 'read' | 'refused' | `thrown ${string}` {
  try {
    read(mutant)
    return 'read'
  } catch (error) {
    return error instanceof Malformed ? 'refused' : `thrown ${error}`
  }
}
