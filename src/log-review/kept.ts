import type { Day } from '#shared'
import type { LogReviewRow } from '#storage'
import type { LookCode } from './look-lines.ts'
import type { LogReviewView } from './wire.ts'

/** A system as it was called, with the day that stood in the registry before the review was kept. */
export interface ReviewedSystem {
  readonly id: string
  readonly name: string
  readonly before?: Day
}

export const systemsOf = ({ systems }: Pick<LogReviewRow, 'systems'>): readonly ReviewedSystem[] => JSON.parse(systems)
const linesOf = ({ lines }: LogReviewRow): readonly { readonly code: LookCode; readonly count: number }[] =>
  JSON.parse(lines)

/** Rows that nothing stands in the place of, and that say that somebody looked. */
export function standing(rows: readonly LogReviewRow[]): readonly LogReviewRow[] {
  const corrected = new Set(rows.map(({ corrects }) => corrects))
  return rows.filter(({ review_id, result }) => result !== 'withdrawn' && !corrected.has(review_id))
}

/** Every row as lists show it, in the order of the rows. */
export function viewsOf(
  rows: readonly LogReviewRow[],
  nameOf: (accountId: string) => string,
): readonly LogReviewView[] {
  const refer = (row: LogReviewRow | undefined) => row && { reviewId: row.review_id, number: row.number }
  return rows.map((row) => ({
    reviewId: row.review_id,
    number: row.number,
    target: row.target as LogReviewView['target'],
    systems: systemsOf(row).map(({ id, name }) => ({ id, name })),
    fromOn: row.from_on,
    untilOn: row.until_on,
    reviewedOn: row.reviewed_on,
    reviewer: { name: row.reviewer_name, ...(row.reviewer_id === null ? {} : { personId: row.reviewer_id }) },
    lookedAt: row.looked_at,
    lines: [...linesOf(row)],
    result: row.result as LogReviewView['result'],
    remarks: row.remarks,
    taskId: row.task_id ?? undefined,
    corrects: refer(rows.find(({ review_id }) => review_id === row.corrects)),
    correctedBy: refer(rows.find(({ corrects }) => corrects === row.review_id)),
    writtenBy: nameOf(row.written_by),
    writtenAt: row.written_at,
  }))
}
