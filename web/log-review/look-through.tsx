import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type DueView, type LogReviewsView, type LogReviewView, lookWords } from '#log-review/contract'
import { useBilingual, useLanguage, useWords } from '../app/i18n.ts'
import { dayText } from '../parts/day.tsx'
import { Go } from '../parts/go.tsx'
import { Loading } from '../parts/loading.tsx'
import { Section } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import style from './log-review.module.css'
import { journalAddress, nextPeriod, type Period, periodOf } from './period.ts'
import { PeriodBoxes } from './period-boxes.tsx'
import { lookQuery } from './queries.ts'
import { ReviewForm } from './review-form.tsx'

interface LookThroughProps {
  readonly view: LogReviewsView
  readonly due: DueView
  readonly mistaken: LogReviewView | undefined
}

/** お守りの証跡を確かめる — the period, what of it deserves a look, and then the form. */
export function LookThrough({ view, due, mistaken }: LookThroughProps) {
  const t = useWords('logReview')
  const [period, setPeriod] = useState<Period>(mistaken ? periodOf(mistaken) : nextPeriod(due, view.today))
  return (
    <>
      <Section title={t('look.period')}>
        <PeriodBoxes period={period} onChange={setPeriod} />
      </Section>
      <Section title={t('look.lines')} note={t('look.linesNote')}>
        <Lines period={period} />
      </Section>
      <Section title={t('form.title')}>
        <ReviewForm view={view} due={due} mistaken={mistaken} period={period} />
      </Section>
    </>
  )
}

/** Each with its number, which leads to the very entries. */
function Lines({ period }: { readonly period: Period }) {
  const t = useWords('logReview')
  const say = useBilingual()
  const language = useLanguage()
  const { data, error, isPending } = useQuery(lookQuery(period))
  if (error) return <Problem error={error} />
  if (isPending) return <Loading />
  return (
    <>
      {data.unreadable > 0 && (
        <p className={style.unreadable} role="alert">
          {t('look.unreadable', { count: data.unreadable })}
        </p>
      )}
      <ul className={style.lines}>
        {data.lines.map(({ code, count, person, filter }) => (
          <li key={`${code} ${person?.accountId}`} data-some={count > 0 || undefined}>
            <span>
              {say(lookWords[code])}
              {person && (
                <small>
                  {person.leftOn
                    ? t('look.left', { name: person.name, day: dayText(person.leftOn, language, false) })
                    : t('look.leftUnknown', { name: person.name })}
                </small>
              )}
            </span>
            {count > 0 ? (
              <Go href={journalAddress(filter)} aria-label={t('look.open', { what: say(lookWords[code]), count })}>
                {t('look.count', { count })}
              </Go>
            ) : (
              <span>{t('look.count', { count })}</span>
            )}
          </li>
        ))}
      </ul>
      <p className={style.soft}>{t('look.honest')}</p>
    </>
  )
}
