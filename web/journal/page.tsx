import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useWords } from '../app/i18n.ts'
import { useMay } from '../app/session.ts'
import { PrintButton } from '../parts/data-table.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { GoButton } from '../parts/go.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageHead } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { EntryRow } from './entry-row.tsx'
import { filterOf } from './filter.ts'
import { Filters } from './filters.tsx'
import style from './journal.module.css'
import { journalQuery } from './queries.ts'
import { runsOf } from './runs.ts'
import { SaveList } from './save-list.tsx'
import { Verification } from './verification.tsx'

/** 証跡 — what happened, newest first, and whether anybody has rewritten it since. */
export function JournalPage() {
  const t = useWords('journal')
  const search = useSearch({ strict: false })
  const filter = filterOf(search)
  const mayVerify = useMay('journal.verify')
  const mayExport = useMay('journal.export')
  const mayReview = useMay('log-review.read')
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    journalQuery(filter),
  )
  const pages = data?.pages ?? []
  const entries = pages.flatMap((page) => page.entries)
  const unreadable = pages.reduce((sum, page) => sum + page.unreadable, 0)
  const narrowed = Object.keys(filter).length > 0
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {mayReview && <GoButton href="/log-review">{t('review')}</GoButton>}
        <PrintButton />
      </PageHead>
      {mayVerify && <Verification />}
      <Filters search={search} />
      {mayExport && <SaveList filter={filter} />}
      <Problem error={error} />
      {unreadable > 0 && (
        <p className={style.unreadable} role="alert">
          {t('unreadable', { count: unreadable })}
        </p>
      )}
      {isPending && <Loading />}
      {data && entries.length === 0 && (
        <EmptyState why={narrowed ? t('none') : t('empty')}>
          {narrowed && <GoButton href="/journal">{t('filter.off')}</GoButton>}
        </EmptyState>
      )}
      <ol className={style.entries} aria-label={t('title')}>
        {runsOf(entries).map((run) => (
          <EntryRow key={run.newest.id} run={run} search={search} />
        ))}
      </ol>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </>
  )
}
