import { type LogReviewsView, type LogReviewView, lookWords, resultWords, targetWords } from '#log-review/contract'
import { useBilingual, useWords } from '../app/i18n.ts'
import { EraDate } from '../parts/day.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { Go } from '../parts/go.tsx'
import style from './log-review.module.css'

/** 確認の記録 — newest first; what was corrected stays, and says by which. */
export function ReviewList({ view: { reviews, may } }: { readonly view: LogReviewsView }) {
  const t = useWords('logReview')
  if (reviews.length === 0) return <EmptyState why={t('list.none')} gain={t('list.noneGain')} />
  return (
    <ol className={style.reviews}>
      {reviews.map((review) => (
        <Review key={review.reviewId} review={review} mayCorrect={may.write} />
      ))}
    </ol>
  )
}

function Review({ review, mayCorrect }: { readonly review: LogReviewView; readonly mayCorrect: boolean }) {
  const t = useWords('logReview')
  const say = useBilingual()
  const { reviewId, number, target, systems, fromOn, untilOn, reviewedOn, reviewer, result, remarks, taskId } = review
  const { lookedAt, lines, corrects, correctedBy } = review
  const what = systems.map(({ name }) => name).join('・')
  const some = lines.filter(({ count }) => count > 0)
  return (
    <li data-over={correctedBy ? true : undefined} id={reviewId}>
      <header>
        <b>{t('list.number', { number })}</b>
        <EraDate day={reviewedOn} />
        <span>{reviewer.name}</span>
        <span className={style.result} data-result={result}>
          {say(resultWords[result])}
        </span>
      </header>
      <p>
        {target === 'journal' ? say(targetWords.journal) : what}
        {target === 'journal' && what && `（${what}）`} <EraDate day={fromOn} weekday={false} />
        {t('list.to')}
        <EraDate day={untilOn} weekday={false} />
      </p>
      {lookedAt && <p className={style.soft}>{t('list.lookedAt', { what: lookedAt })}</p>}
      {target === 'journal' && result !== 'withdrawn' && (
        <p className={style.soft}>
          {some.length === 0
            ? t('list.nothing')
            : some
                .map(({ code, count }) => t('list.line', { what: say(lookWords[code]), count }))
                .join(t('list.comma'))}
        </p>
      )}
      {remarks && <p className={style.remarks}>{remarks}</p>}
      <p className={style.soft}>
        {corrects && t('list.corrects', { number: corrects.number })}
        {correctedBy && <b>{t('list.correctedBy', { number: correctedBy.number })}</b>}
      </p>
      <p className={style.links}>
        {taskId && <Go href={`/assessment/plan/${taskId}`}>{t('list.task')}</Go>}
        {mayCorrect && !correctedBy && result !== 'withdrawn' && (
          <Go href={`/log-review?corrects=${reviewId}`} aria-label={t('list.correctThis', { number })}>
            {t('list.correct')}
          </Go>
        )}
      </p>
    </li>
  )
}
