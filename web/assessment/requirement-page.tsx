import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useWords } from '../app/i18n.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { Go, GoButton } from '../parts/go.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageHead } from '../parts/page.tsx'
import { ChapterTable } from './list/chapter-table.tsx'
import { Filters } from './list/filters.tsx'
import { RequirementList } from './list/requirement-list.tsx'
import { Totals } from './list/totals.tsx'
import style from './requirement-page.module.css'
import { Sheet } from './sheet/sheet.tsx'
import { useDesk } from './use-desk.ts'
import { addressOf } from './view.ts'

/** 項目 — one requirement; where there is room, beside the list it was taken from. */
export function RequirementPage() {
  const t = useWords('assessment')
  return (
    <Suspense fallback={<Loading doing={t('judging')} />}>
      <Opened />
    </Suspense>
  )
}

function Opened() {
  const t = useWords('assessment')
  const { requirementId = '' } = useParams({ strict: false })
  const desk = useDesk(requirementId)
  if (!desk.opened) return <NotInEdition />
  return (
    <div className={style.desk}>
      <div className={style.column} data-column>
        <div className={style.head}>
          <Go href={addressOf(desk.view)}>{t('title')}</Go>
          <Totals desk={desk} />
        </div>
        <ChapterTable desk={desk} narrow />
      </div>
      <div className={style.column} data-column>
        <Filters desk={desk} narrow />
        <RequirementList desk={desk} narrow />
      </div>
      <article className={style.opened}>
        <Suspense key={requirementId} fallback={<Loading doing={t('opening')} />}>
          <Sheet desk={desk} opened={desk.opened} />
        </Suspense>
      </article>
    </div>
  )
}

function NotInEdition() {
  const t = useWords('assessment')
  return (
    <>
      <PageHead title={t('title')} />
      <EmptyState why={t('missing')} gain={t('missing.gain')}>
        <GoButton href="/assessment">{t('missing.step')}</GoButton>
      </EmptyState>
    </>
  )
}
