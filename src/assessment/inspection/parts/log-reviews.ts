import { dueLine, reviewRow } from '#log-review'
import type { Part } from '../contract.ts'
import type { Material } from '../material.ts'
import { wordsOf } from '../words/words.ts'

// The part itself lists every log; among what is missing it is one thing to do.
const SHOWN = 3

/** ログの確認 — who looked through which log, and what came out; late ones are named among what is missing. */
export function logReviewsPart({ language, logReviews: { due, reviews, intervalDays } }: Material): Part {
  const words = wordsOf(language)
  const open = due.filter(({ state }) => state === 'late' || state === 'never')
  return {
    id: 'log-reviews',
    blocks: [
      {
        kind: 'facts',
        rows: [
          [words.logInterval, intervalDays === undefined ? words.notDecided : words.days(intervalDays)],
          [words.logsDue, due.map((one) => dueLine(one, language)).join('\n')],
        ],
      },
      {
        kind: 'table',
        heads: [words.number, words.reviewedOn, words.reviewer, words.reviewedLog, words.reviewResult],
        shares: [1.1, 2.6, 2.2, 5.6, 5.4],
        rows: reviews.map((review) => reviewRow(review, language)),
      },
    ],
    missing: [
      ...(intervalDays === undefined ? [words.logIntervalMissing] : []),
      ...(open.length === 0
        ? []
        : [
            words.logsNotReviewed(
              open.length,
              open.slice(0, SHOWN).map((one) => dueLine(one, language)),
            ),
          ]),
    ],
  }
}
