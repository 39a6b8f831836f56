import { type Caller, demand } from '#access'
import { dayOf, type Json, Refusal } from '#shared'
import type { Change, LogReviewRow } from '#storage'
import { checkReview } from './check-review.ts'
import { dayAfter } from './day-after.ts'
import { type Ground, malformed, scopeOf, writerOf } from './ground.ts'
import { type ReviewedSystem, systemsOf } from './kept.ts'
import { countLines } from './look-through.ts'
import { holdReviews, insertReview, namesOfAccounts, readRows } from './store.ts'
import type { RecordReviewRequest } from './wire.ts'

/**
 * ログの確認を記録する — the row, its entry, the day in the registry and the task, all in one change. Of our own journal
 * the numbers of the page are kept with it, as they are now.
 */
export async function recordReview(ground: Ground, caller: Caller, said: RecordReviewRequest): Promise<string> {
  demand(caller, 'log-review.write')
  const request = await withCorrected(ground, caller, said)
  if (request.target === 'journal') demand(caller, 'journal.read')
  if (request.task) demand(caller, 'task.change')
  const facility = await ground.registry.loadFacility(scopeOf(caller))
  const at = ground.clock.now()
  const [first, ...others] = checkReview(request, { facility, today: dayOf(at), writer: caller.actor.id })
  if (first) throw malformed(first, ...others)
  const nameOf = await ground.storage.read(scopeOf(caller), namesOfAccounts)
  const person = facility.persons?.find(({ id }) => id === request.reviewerId)
  const draft: Draft = {
    review_id: ground.newId(),
    reviewer_id: request.reviewerId ?? null,
    reviewer_name: person?.name ?? nameOf(writerOf(caller)),
    lines: JSON.stringify(await linesFor(ground, caller, request)),
    written_by: writerOf(caller),
    written_at: at,
  }
  const systems = new Map((facility.systems ?? []).map(({ id, name }) => [id, name]))
  await ground.storage.write(scopeOf(caller), (change) => keep(ground, change, caller, { request, draft, systems }))
  return draft.review_id
}

type Draft = Pick<LogReviewRow, 'review_id' | 'reviewer_id' | 'reviewer_name' | 'lines' | 'written_by' | 'written_at'>

interface Wanted {
  readonly request: RecordReviewRequest
  readonly draft: Draft
  /** The systems of the registry by id. */
  readonly systems: ReadonlyMap<string, string>
}

async function keep(ground: Ground, change: Change, caller: Caller, wanted: Wanted): Promise<void> {
  const { request, draft } = wanted
  const before = await holdReviews(change)
  const corrected = correctedIn(before, request.corrects)
  const taskId = await openTask(ground, change, caller, request, draft.review_id)
  const systems = await moveDays(ground, change, caller, wanted, { before, corrected })
  const row: LogReviewRow = {
    ...draft,
    facility_id: caller.facilityId,
    number: Math.max(0, ...before.map(({ number }) => number)) + 1,
    target: request.target,
    systems: JSON.stringify(systems),
    from_on: request.fromOn,
    until_on: request.untilOn,
    reviewed_on: request.reviewedOn,
    looked_at: request.lookedAt,
    result: request.result,
    remarks: request.remarks,
    task_id: taskId ?? null,
    corrects: request.corrects ?? null,
  }
  await insertReview(change, row)
  await note(ground, change, caller, row, request)
}

/** A withdrawal is of the very logs and days that the other review spoke of. */
async function withCorrected(ground: Ground, caller: Caller, said: RecordReviewRequest): Promise<RecordReviewRequest> {
  if (said.corrects === undefined) return said
  const row = correctedIn(await ground.storage.read(scopeOf(caller), readRows), said.corrects)
  if (said.result !== 'withdrawn' || !row) return said
  const { target, from_on: fromOn, until_on: untilOn, reviewed_on: reviewedOn, looked_at: lookedAt } = row
  const systemIds = systemsOf(row).map(({ id }) => id)
  return { ...said, target: target as RecordReviewRequest['target'], systemIds, fromOn, untilOn, reviewedOn, lookedAt }
}

/** Refuses a review that is not there, one that another stands in the place of already, and a withdrawal. */
function correctedIn(rows: readonly LogReviewRow[], reviewId: string | undefined): LogReviewRow | undefined {
  if (reviewId === undefined) return undefined
  const row = rows.find(({ review_id }) => review_id === reviewId)
  if (!row) throw new Refusal('not-found', { what: 'log-review', reviewId })
  const later = rows.find(({ corrects }) => corrects === reviewId)
  if (later) throw new Refusal('conflict', { reason: 'review-corrected', reviewId, number: later.number })
  if (row.result === 'withdrawn') throw new Refusal('conflict', { reason: 'review-withdrawn', reviewId })
  return row
}

interface Earlier {
  readonly before: readonly LogReviewRow[]
  readonly corrected: LogReviewRow | undefined
}

/** Moves the day of each system that is or was spoken of; gives the systems of the new review. */
async function moveDays(
  { registry }: Ground,
  change: Change,
  caller: Caller,
  { request: { systemIds, result, reviewedOn }, systems }: Wanted,
  { before: rows, corrected }: Earlier,
): Promise<readonly ReviewedSystem[]> {
  const reviewed: ReviewedSystem[] = []
  for (const id of new Set([...(corrected ? systemsOf(corrected).map((one) => one.id) : []), ...systemIds])) {
    const isReviewed = result !== 'withdrawn' && systemIds.includes(id)
    const moved = { systemId: id, rows, corrected, reviewedOn: isReviewed ? reviewedOn : undefined }
    const move = () => registry.reviewedLog(change, caller, id, (on) => dayAfter(on, moved).after)
    // What is gone from the registry has no day there to be put right.
    const { before } = dayAfter(systems.has(id) ? await move() : undefined, moved)
    if (systemIds.includes(id)) reviewed.push({ id, name: systems.get(id) ?? id, ...(before && { before }) })
  }
  return reviewed
}

async function linesFor(ground: Ground, caller: Caller, request: RecordReviewRequest) {
  if (request.target !== 'journal' || request.result === 'withdrawn') return []
  const { lines } = await countLines(ground, caller, request)
  return lines.map(({ code, count }) => ({ code, count }))
}

async function openTask(
  { tasks }: Ground,
  change: Change,
  caller: Caller,
  { task, remarks, systemIds: [systemId] }: RecordReviewRequest,
  reviewId: string,
): Promise<string | undefined> {
  if (!task) return undefined
  return tasks.open(change, caller, {
    ...task,
    background: remarks,
    sources: [{ room: 'log-review', kind: 'review', id: reviewId }],
    ...(systemId && { about: { kind: 'system', id: systemId, field: 'log' } }),
  })
}

/** Ids, days and codes; what was found stands in the row. */
async function note(
  { journal }: Ground,
  change: Change,
  caller: Caller,
  row: LogReviewRow,
  { systemIds }: RecordReviewRequest,
): Promise<void> {
  const detail: Json = {
    target: row.target,
    systemIds: [...systemIds],
    fromOn: row.from_on,
    untilOn: row.until_on,
    reviewedOn: row.reviewed_on,
    result: row.result,
    ...(row.reviewer_id === null ? {} : { personId: row.reviewer_id }),
    ...(row.task_id === null ? {} : { taskId: row.task_id }),
    ...(row.corrects === null ? {} : { corrects: row.corrects }),
  }
  const subject = { kind: 'log-review', id: row.review_id }
  await journal.append(change, { act: 'log.reviewed', actor: caller.actor, subject, detail })
}
