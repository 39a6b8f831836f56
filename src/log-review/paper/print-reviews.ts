import { type Caller, demand } from '#access'
import { dayInFewWords, type PaperLanguage } from '#paper'
import { type Ground, scopeOf } from '../ground.ts'
import { readReviews } from '../read-reviews.ts'
import type { DueView, LogReviewView } from '../wire.ts'
import { dueWords, lookWords, resultWords, targetWords } from '../words/words.ts'
import { setList } from './set-list.ts'
import { wordsIn } from './words.ts'

/** ログの確認の記録の紙 — every review, newest first, and how each log stands. */
export async function printReviews(ground: Ground, caller: Caller, language: PaperLanguage): Promise<Uint8Array> {
  demand(caller, 'log-review.read')
  const { profile, sample = false } = await ground.registry.loadFacility(scopeOf(caller))
  const view = await readReviews(ground, caller)
  const words = wordsIn(language)
  const { intervalDays, due, reviews, today: on } = view
  return setList(
    { facility: profile.name, sample, on, language },
    {
      title: words.reviews,
      facts: [
        [words.facility, profile.name],
        [words.interval, intervalDays === undefined ? words.intervalNone : words.intervalDays(intervalDays)],
        [words.standing, due.map((one) => dueLine(one, language)).join('\n')],
        [words.count, String(reviews.length)],
      ],
      heads: [words.number, words.reviewedOn, words.reviewer, words.what, words.result],
      shares: [1.1, 2.6, 2.2, 5.6, 5.4],
      rows: reviews.map((review) => reviewRow(review, language)),
      nothing: words.noReviews,
      note: words.reviewsNote,
    },
  )
}

/** How one log stands, in a line. */
export function dueLine({ name, state, lastOn, lastBy, dueOn }: DueView, language: PaperLanguage): string {
  const words = wordsIn(language)
  const by = lastBy === undefined ? '' : ` ${lastBy}`
  return [
    name ?? targetWords.journal[language],
    dueWords[state][language],
    ...(lastOn === undefined ? [] : [words.lastOn(dayInFewWords(lastOn, language), by)]),
    ...(dueOn === undefined ? [] : [words.dueBy(dayInFewWords(dueOn, language))]),
  ].join('　')
}

/** A review as the cells of a row. */
export function reviewRow(review: LogReviewView, language: PaperLanguage): readonly string[] {
  const words = wordsIn(language)
  const { number, reviewedOn, reviewer, target, systems, fromOn, untilOn, result, remarks, corrects, correctedBy } =
    review
  const some = review.lines.filter(({ count }) => count > 0)
  const counted = some.map(({ code, count }) => words.line(lookWords[code][language], count)).join(words.comma)
  const own = target === 'journal' && result !== 'withdrawn' ? counted || words.nothingCounted : ''
  return [
    String(number),
    dayInFewWords(reviewedOn, language),
    reviewer.name,
    lined(
      systems.map(({ name }) => name).join(words.comma) || targetWords.journal[language],
      `${dayInFewWords(fromOn, language)} – ${dayInFewWords(untilOn, language)}`,
      review.lookedAt && `${words.lookedAt}${review.lookedAt}`,
    ),
    lined(
      resultWords[result][language],
      own,
      remarks,
      review.taskId && words.hasTask,
      corrects && words.corrects(corrects.number),
      correctedBy && words.correctedBy(correctedBy.number),
    ),
  ]
}

const lined = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join('\n')
