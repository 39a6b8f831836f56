import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { LogReviewsView } from '#log-review/contract'
import { type Say, useWords } from '../app/i18n.ts'
import { GoButton } from '../parts/go.tsx'
import { PageHead, Section } from '../parts/page.tsx'
import { DueTable } from './due-table.tsx'
import { LookThrough } from './look-through.tsx'
import { PaperButton } from './paper-button.tsx'
import { reviewsQuery } from './queries.ts'
import { ReviewForm } from './review-form.tsx'
import { ReviewList } from './review-list.tsx'

/** ログの確認 — which log is due, what deserves a look in ours, and who looked when. */
export function LogReviewPage() {
  const t = useWords('logReview')
  const { log, system, corrects } = useSearch({ strict: false })
  const { data } = useSuspenseQuery(reviewsQuery)
  const mistaken = data.reviews.find(({ reviewId, correctedBy }) => reviewId === corrects && !correctedBy)
  const ofOurs = mistaken ? mistaken.target === 'journal' : log === 'journal'
  const asked = mistaken?.systems[0]?.id ?? system
  const found = data.due.find(({ target, systemId }) =>
    ofOurs ? target === 'journal' : systemId !== undefined && systemId === asked,
  )
  // A review of a system that is gone from the registry can still be corrected.
  const due =
    found ?? (mistaken && { target: mistaken.target, name: mistaken.systems[0]?.name, state: 'never' as const })
  const key = mistaken?.reviewId ?? asked ?? log
  if (due && data.may.write && (due.target === 'system' || data.may.lookThrough)) {
    return (
      <>
        <PageHead title={due.target === 'journal' ? t('look.title') : t('other.title', { name: due.name ?? '' })}>
          <GoButton href="/log-review">{t('back')}</GoButton>
        </PageHead>
        {mistaken && <p>{t('correcting', { number: mistaken.number })}</p>}
        {due.target === 'journal' ? (
          <LookThrough key={key} view={data} due={due} mistaken={mistaken} />
        ) : (
          <ReviewForm key={key} view={data} due={due} mistaken={mistaken} />
        )}
      </>
    )
  }
  return (
    <>
      <PageHead title={t('title')} lead={leadOf(data, t)} basis={t('basis')}>
        <PaperButton />
      </PageHead>
      <Section title={t('due.title')}>
        <DueTable view={data} />
      </Section>
      <Section title={t('list.title')} note={t('list.count', { count: data.reviews.length })}>
        <ReviewList view={data} />
      </Section>
    </>
  )
}

function leadOf({ due, intervalDays }: LogReviewsView, t: Say<'logReview'>): string {
  if (intervalDays === undefined) return t('lead.noInterval')
  const late = due.filter(({ state }) => state === 'late' || state === 'never').length
  return late > 0 ? t('lead.late', { count: late }) : t('lead.inTime', { days: intervalDays })
}
