import { Suspense } from 'react'
import { useWords } from '../app/i18n.ts'
import { useMay } from '../app/session.ts'
import { PrintButton } from '../parts/data-table.tsx'
import { GoButton } from '../parts/go.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageHead } from '../parts/page.tsx'
import { ChargesButton } from './director/charges-button.tsx'
import { ChapterTable } from './list/chapter-table.tsx'
import { Filters } from './list/filters.tsx'
import style from './list/list-page.module.css'
import { RequirementList } from './list/requirement-list.tsx'
import { Totals } from './list/totals.tsx'
import { useDesk } from './use-desk.ts'

/** 点検 — every requirement of the guideline, what weighs most first. */
export function AssessmentPage() {
  const t = useWords('assessment')
  return (
    <Suspense fallback={<Loading doing={t('judging')} />}>
      <Overview />
    </Suspense>
  )
}

function Overview() {
  const t = useWords('assessment')
  const plan = useWords('plan')
  const director = useWords('director')
  const desk = useDesk()
  const mayPrintReport = useMay('report.read')
  const mayInspect = useMay('inspection.read')
  const mayReadChecklist = useMay('checklist.read')
  return (
    <>
      <PageHead title={t('title')} lead={<Totals desk={desk} />} basis={desk.assessment.notice}>
        <PrintButton />
        {mayReadChecklist && <GoButton href="/assessment/checklist">{t('checklist.to')}</GoButton>}
        {desk.view.mine && <ChargesButton whose="mine" />}
        {mayPrintReport && <GoButton href="/assessment/director">{director('to')}</GoButton>}
        <GoButton href="/assessment/plan">{plan('toPlan')}</GoButton>
        {mayInspect && <GoButton href="/assessment/inspection">{t('inspection.to')}</GoButton>}
        <GoButton href="/assessment/snapshots">{t('snapshots.to')}</GoButton>
        {mayPrintReport && <GoButton href="/assessment/report">{t('toReport')}</GoButton>}
      </PageHead>
      <div className={style.page}>
        <ChapterTable desk={desk} />
        <div className={style.list}>
          <Filters desk={desk} />
          <RequirementList desk={desk} />
        </div>
      </div>
    </>
  )
}
