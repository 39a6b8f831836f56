import type { Caller } from '#access'
import type { JournalFilter } from '#journal'
import type { PaperLanguage } from '#paper'
import { listAccess } from './access-list/list-access.ts'
import type { Ground } from './ground.ts'
import { lookThrough, type Period } from './look-through.ts'
import { printReviews } from './paper/print-reviews.ts'
import { readOwnDue, readReviews } from './read-reviews.ts'
import { recordReview } from './record-review.ts'
import type { AccessListFormat, RecordReviewRequest } from './wire.ts'

/** The use cases of this room on the given ground. */
export function openLogReviews(ground: Ground) {
  return {
    lookThrough: (caller: Caller, period: Period) => lookThrough(ground, caller, period),
    recordReview: (caller: Caller, request: RecordReviewRequest) => recordReview(ground, caller, request),
    readReviews: (caller: Caller) => readReviews(ground, caller),
    printReviews: (caller: Caller, language: PaperLanguage) => printReviews(ground, caller, language),
    listAccess: (caller: Caller, filter: JournalFilter, format: AccessListFormat) =>
      listAccess(ground, caller, filter, format),
    readOwnDue: (caller: Caller) => readOwnDue(ground, caller),
  }
}

/** ログの確認 — that the logs are looked through, by whom, and what came out. */
export type LogReviews = ReturnType<typeof openLogReviews>
