import type { Digest } from '../blob-files.ts'

/** What a look at one file in one place found. */
export type FileState = 'whole' | 'changed' | 'missing'

/** What is to be done with a file, by what was found in both places. */
export type Care = 'nothing' | 'first-from-second' | 'second-from-first' | 'lost'

export const stateOf = (sha256: string, found: Digest | 'unreadable' | undefined): FileState => {
  if (found === undefined) return 'missing'
  return found !== 'unreadable' && found.sha256 === sha256 ? 'whole' : 'changed'
}

/** A whole file mends the other; two that are not whole mend nothing. `second` is undefined where there is no second place. */
export function careOf(first: FileState, second: FileState | undefined): Care {
  if (first === 'whole') return second === undefined || second === 'whole' ? 'nothing' : 'second-from-first'
  return second === 'whole' ? 'first-from-second' : 'lost'
}
