import { useQuery } from '@tanstack/react-query'
import { type ComparisonQuery, unreadLine } from '#archive/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { Loading } from '../../parts/loading.tsx'
import { Section } from '../../parts/page.tsx'
import { Problem } from '../../parts/problem.tsx'
import { PagePairs } from './page-pairs.tsx'
import { pagesOf } from './queries.ts'

interface PagesSectionProps {
  readonly documentId: string
  readonly pair: ComparisonQuery
}

/** ページの違い — how many pages look different, and each beside its partner. */
export function PagesSection({ documentId, pair }: PagesSectionProps) {
  const t = useWords('archive')
  const language = useLanguage()
  const { data, error } = useQuery(pagesOf(documentId, pair))
  if (!data)
    return (
      <Section title={t('compare.pages')}>
        <Problem error={error} />
        {!error && <Loading doing={t('compare.drawing')} />}
      </Section>
    )
  if (data.kind === 'none')
    return (
      <Section title={t('compare.pages')}>
        <p>{t('compare.notCompared', { why: unreadLine(data.why, language) })}</p>
      </Section>
    )
  const { rows, pages, firstFrameOnly } = data
  const count = (mark: string) => rows.filter((row) => row.mark === mark).length
  const [same, unknown] = [count('same'), count('unknown')]
  const behind = Math.max(pages.before, pages.after) - rows.length
  return (
    <Section title={t('compare.pages')} note={t('compare.pagesDiffer', { count: rows.length - same - unknown })}>
      <p>{t('compare.pagesSame', { count: same })}</p>
      {unknown > 0 && <p>{t('compare.pagesUnknown', { count: unknown })}</p>}
      {behind > 0 && <p>{t('compare.pagesBehind', { count: behind })}</p>}
      {firstFrameOnly && <p>{t('compare.firstFrameOnly')}</p>}
      {rows.length > 0 && <PagePairs documentId={documentId} pair={pair} rows={rows} />}
    </Section>
  )
}
