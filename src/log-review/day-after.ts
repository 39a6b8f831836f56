import type { Day } from '#shared'
import type { LogReviewRow } from '#storage'
import { standing, systemsOf } from './kept.ts'

interface Moved {
  readonly systemId: string
  /** Every review that was kept before, newest first. */
  readonly rows: readonly LogReviewRow[]
  readonly corrected: LogReviewRow | undefined
  /** The day of the new review, where it is of this system. */
  readonly reviewedOn: Day | undefined
}

/**
 * The day that the registry has for a system's log before and after a review is kept. A mistake is taken back first, if the
 * registry still rests on it: a day that somebody wrote meanwhile stays. A review of an older day moves nothing back.
 */
export function dayAfter(registered: Day | undefined, moved: Moved): { readonly before?: Day; readonly after?: Day } {
  const before = isMistaken(registered, moved) ? newestBesides(moved) : registered
  return { before, after: newestOf([before, moved.reviewedOn]) }
}

const speaksOf = (systemId: string) => (row: LogReviewRow) => systemsOf(row).some(({ id }) => id === systemId)

function isMistaken(registered: Day | undefined, { corrected, systemId }: Moved): boolean {
  return corrected !== undefined && speaksOf(systemId)(corrected) && corrected.reviewed_on === registered
}

/** The newest day that rests on a review that stands, or that was there before reviews that do not stand. */
function newestBesides({ systemId, rows, corrected }: Moved): Day | undefined {
  const all = rows.filter(speaksOf(systemId))
  const stand = standing(rows).filter((row) => row !== corrected && speaksOf(systemId)(row))
  const fallen = all.filter((row) => !stand.includes(row))
  const reviewed = new Set(all.map((row) => row.reviewed_on))
  const written = fallen
    .flatMap((row) => systemsOf(row).filter(({ id }) => id === systemId))
    .map(({ before }) => before)
    .filter((day) => day !== undefined && !reviewed.has(day))
  return newestOf([...stand.map((row) => row.reviewed_on), ...written])
}

function newestOf(days: readonly (Day | undefined)[]): Day | undefined {
  return days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1)
}
