/** 障害の数字 — what one fault left behind, over all its rounds. */
export interface Figure {
  readonly fault: string
  readonly rounds: number
  readonly seed: number
  /** Acknowledged entries that were looked for and found. */
  readonly found: number
  /** Acknowledged entries that were gone. */
  readonly lost: number
  /** Rounds after which the data could not be opened or was not whole. */
  readonly corrupt: number
  /** Rounds after which two different roots were signed for one size. */
  readonly twoRoots: number
}

export const nothing = (fault: string, seed: number): Figure => ({
  fault,
  rounds: 0,
  seed,
  found: 0,
  lost: 0,
  corrupt: 0,
  twoRoots: 0,
})

export const isClean = ({ lost, corrupt, twoRoots }: Figure): boolean => lost + corrupt + twoRoots === 0

/** The rounds of two figures of one fault. */
export const added = (all: Figure, more: Figure): Figure => ({
  fault: all.fault,
  seed: all.seed,
  rounds: all.rounds + more.rounds,
  found: all.found + more.found,
  lost: all.lost + more.lost,
  corrupt: all.corrupt + more.corrupt,
  twoRoots: all.twoRoots + more.twoRoots,
})

/** What one round left, in counts and in words. */
export interface Seen {
  readonly found: number
  readonly lost: number
  readonly isCorrupt: boolean
  readonly hasTwoRoots: boolean
  readonly problems: readonly string[]
}

/** One more round. */
export const counted = (figure: Figure, { found, lost, isCorrupt, hasTwoRoots }: Seen): Figure =>
  added(figure, {
    ...figure,
    rounds: 1,
    found,
    lost,
    corrupt: isCorrupt ? 1 : 0,
    twoRoots: hasTwoRoots ? 1 : 0,
  })

/** One line, the same for every fault. */
export function line({ fault, rounds, seed, found, lost, corrupt, twoRoots }: Figure): string {
  return `${fault}: ${rounds} rounds, seed ${seed}, ${found} found, ${lost} lost, ${corrupt} corrupt, ${twoRoots} with two roots for one size`
}
