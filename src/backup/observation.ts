import type { Instant } from '#shared'

/** What stood in the way of looking; `words/` has the sentences. */
export type TroubleCode =
  | 'engine-missing' // the program is not installed
  | 'engine-version' // it is one that we cannot work with, or the place was made by a newer one
  | 'engine-failed' // it ended with an error that we do not know
  | 'place-missing' // nothing is there: not mounted, not plugged in, or mistyped
  | 'not-a-place' // something is there, but no repository or folder
  | 'secret-missing' // the file or variable with the password is empty or not there
  | 'wrong-password'
  | 'locked' // another program works there, or died there
  | 'damaged' // the engine or a digest says that what is kept is not what was stored
  | 'not-permitted'
  | 'timed-out'
  | 'too-many-files'
  | 'too-much-output'

/** 支障 — one thing that kept us from seeing, or that the engine itself found wrong. */
export interface Trouble {
  readonly code: TroubleCode
  readonly facts: Readonly<Record<string, string | number>>
}

/** What was found when parts of some files were read. */
export interface ContentSample {
  readonly files: number
  /** Files that are not what their name promises, and look encrypted: `karte.csv` of random bytes. */
  readonly broken: readonly string[]
  readonly brokenCount: number
  /** Files of random bytes whose name promises nothing. */
  readonly unexplained: number
  /** Names that ransomware leaves behind. */
  readonly ransomNames: readonly string[]
}

/** 世代 — one backup as it was found on its medium. */
export interface Generation {
  readonly id: string
  readonly takenAt?: Instant
  /** Of the content before it was packed, where the engine tells; else of what lies there. */
  readonly bytes?: number
  readonly files?: number
  readonly integrity: 'intact' | 'damaged' | 'unknown'
  /** What the check rests on: the engine's own, digests kept beside, or only that it can be read to its end. */
  readonly checkedBy?: 'engine' | 'digests' | 'reading'
  readonly damage?: readonly string[]
  readonly content?: ContentSample
  readonly canaries?: readonly { readonly path: string; readonly state: 'kept' | 'changed' | 'missing' | 'unknown' }[]
  /** Of what the plan says it holds, what it does not hold. */
  readonly lacking?: readonly string[]
  /** When it was written: the time of its file, of its digests, or the one inside a dump. */
  readonly writtenAt?: Instant
  /** When the youngest file in it was last written, where that is not when it was backed up. */
  readonly youngestAt?: Instant
  /** The day in its name, where the name has one. */
  readonly namedAt?: { readonly from: Instant; readonly to: Instant }
  /** Links that lead out of it; they were not followed. Many systems have such links: they are told, not judged. */
  readonly linksOut?: number
}

/** 観察 — what a look at one place brought; nothing in it is a judgement. */
export interface Observation {
  readonly placeId: string
  readonly lookedAt: Instant
  readonly engine?: string
  /** The list of generations is complete. */
  readonly listed: boolean
  readonly generations: readonly Generation[]
  readonly troubles: readonly Trouble[]
  /** Whether this account could write here: tried without writing. */
  readonly writing: 'open' | 'closed' | 'unknown'
  readonly writingBecause?: string
  readonly encryption: 'encrypted' | 'plain' | 'unknown'
}
