// An attacker who rewrites has this long for what was written last; a clinic's line and a witness's disk do not notice it.
export const ROUND_MS = 10 * 60_000
// The first round soon after the start: somebody may have restored an old copy.
export const FIRST_ROUND_MS = 5_000
// A witness that is away for days is not forgotten.
const LONGEST_WAIT_MS = 6 * 3_600_000

/** So that the members of an association do not all come at the same moment: 20 % more or less. `random` is from 0 to 1. */
export function jittered(ms: number, random: number): number {
  return Math.round(ms * (0.8 + 0.4 * random))
}

/** How long a witness that failed so many times in a row is left alone. */
export function backOffMs(failures: number): number {
  return failures === 0 ? 0 : Math.min(ROUND_MS * 2 ** (failures - 1), LONGEST_WAIT_MS)
}
