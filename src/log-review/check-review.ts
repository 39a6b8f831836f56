import type { Facility } from '#registry/contract'
import { type Day, daysBetween } from '#shared'
import type { Issue } from './ground.ts'
import { PERIOD_DAYS_MAX, type RecordReviewRequest } from './wire.ts'

/** Whether days follow each other, and are not more than can be looked through. */
export function checkPeriod({ fromOn, untilOn }: Pick<RecordReviewRequest, 'fromOn' | 'untilOn'>): readonly Issue[] {
  if (untilOn < fromOn) return [{ path: 'untilOn', code: 'before-from' }]
  return daysBetween(fromOn, untilOn) < PERIOD_DAYS_MAX ? [] : [{ path: 'fromOn', code: 'too-long' }]
}

interface Known {
  readonly facility: Pick<Facility, 'persons' | 'systems'>
  readonly today: Day
  /** Whoever writes it down, if that is a person who signed in. */
  readonly writer: string | undefined
}

/** Everything wrong with a review as it was written. */
export function checkReview(request: RecordReviewRequest, { facility, today, writer }: Known): readonly Issue[] {
  const { target, systemIds, untilOn, reviewedOn, reviewerId, lookedAt, result, remarks, corrects, task } = request
  const systems = new Set(facility.systems?.map(({ id }) => id))
  const persons = new Set(facility.persons?.map(({ id }) => id))
  const isSaid = result !== 'withdrawn'
  const wrong: readonly (readonly [isWrong: boolean, path: string, code: string])[] = [
    [reviewedOn > today, 'reviewedOn', 'day-in-future'],
    [untilOn > reviewedOn, 'untilOn', 'after-review'],
    [target === 'system' && systemIds.length === 0, 'systemIds', 'missing'],
    [new Set(systemIds).size !== systemIds.length, 'systemIds', 'twice'],
    // A withdrawal also speaks of systems that are gone.
    [isSaid && systemIds.some((id) => !systems.has(id)), 'systemIds', 'not-there'],
    [reviewerId !== undefined && !persons.has(reviewerId), 'reviewerId', 'not-there'],
    [reviewerId === undefined && writer === undefined, 'reviewerId', 'missing'],
    [isSaid && target === 'system' && lookedAt === '', 'lookedAt', 'missing'],
    [result !== 'nothing-unusual' && remarks === '', 'remarks', 'missing'],
    [!isSaid && corrects === undefined, 'corrects', 'missing'],
    [task !== undefined && result !== 'findings', 'task', 'without-findings'],
    [task?.ownerId !== undefined && !persons.has(task.ownerId), 'task.ownerId', 'not-there'],
  ]
  return [...checkPeriod(request), ...wrong.flatMap(([isWrong, path, code]) => (isWrong ? [{ path, code }] : []))]
}
