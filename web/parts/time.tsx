import { useQueryClient } from '@tanstack/react-query'
import { dayOf, daysBetween, type Instant } from '#shared'
import { type Language, type Say, useLanguage, useWords } from '../app/i18n.ts'
import { sessionQuery } from '../app/session.ts'
import { dayText } from './day.tsx'

const clock = new Intl.DateTimeFormat('ja-JP', { hour: 'numeric', minute: '2-digit', timeZone: 'Asia/Tokyo' })

/** A moment in Japan as it is spoken: きょう 6:12、きのう 23:30、令和8年11月13日 6:00. */
export function timeText(at: Instant, today: string | undefined, language: Language, t: Say<'parts'>): string {
  const day = dayOf(at)
  const ago = today ? daysBetween(day, today) : undefined
  const time = clock.format(Date.parse(at))
  if (ago === 0) return t('time.today', { time })
  if (ago === 1) return t('time.yesterday', { time })
  return `${dayText(day, language, false)} ${time}`
}

export function Time({ at }: { readonly at: Instant }) {
  const t = useWords('parts')
  const language = useLanguage()
  const today = useQueryClient().getQueryData(sessionQuery.queryKey)?.today
  return <time dateTime={at}>{timeText(at, today, language, t)}</time>
}
