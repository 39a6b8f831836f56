import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { apiUrl } from '../app/api.ts'
import { useLanguage, useWords } from '../app/i18n.ts'
import { PrintButton } from '../parts/data-table.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { GoButton } from '../parts/go.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageHead, Section } from '../parts/page.tsx'
import { Filters } from './plan/filters.tsx'
import { GapList } from './plan/gap-list.tsx'
import { NewTask } from './plan/new-task.tsx'
import style from './plan/plan.module.css'
import { PlanTable } from './plan/plan-table.tsx'
import { planQuery } from './plan/queries.ts'
import { Sums } from './plan/sums.tsx'
import { choiceOf, inOrder, matching } from './plan/view.ts'

/** 改善計画 — what is to be done, by whom, by when and for how much; what it costs; and what nobody has taken up. */
export function PlanPage() {
  const t = useWords('plan')
  return (
    <Suspense fallback={<Loading doing={t('loading')} />}>
      <Plan />
    </Suspense>
  )
}

function Plan() {
  const t = useWords('plan')
  const language = useLanguage()
  const { data: plan } = useSuspenseQuery(planQuery(language))
  const choice = choiceOf(useSearch({ strict: false }))
  const rows = inOrder(matching(plan.rows, choice))
  const late = plan.rows.filter(({ daysLate }) => daysLate > 0).length
  const open = plan.rows.filter(({ task }) => task.state === 'open' || task.state === 'doing').length
  return (
    <>
      <PageHead title={t('title')} lead={t(late > 0 ? 'lead.late' : 'lead', { open, late })} basis={t('basis')}>
        <GoButton href="/assessment">{t('back')}</GoButton>
        <PrintButton />
        <Button component="a" href={apiUrl(`/plan.xlsx?language=${language}`)} download>
          {t('excel')}
        </Button>
      </PageHead>
      {plan.may.change && <NewTask />}
      {plan.rows.length === 0 ? (
        <EmptyState why={t('none')} gain={t('none.gain')} />
      ) : (
        <Section title={t('table')}>
          <Filters plan={plan} choice={choice} />
          {rows.length === 0 ? <EmptyState why={t('empty')} gain={t('empty.gain')} /> : <PlanTable rows={rows} />}
        </Section>
      )}
      {plan.rows.length > 0 && (
        <Section title={t('sums')} note={t('sums.note')}>
          <Sums sums={plan.sums} />
        </Section>
      )}
      <div className={style.notPrinted}>
        <Section title={t('gaps')} note={t('gaps.note', { count: plan.gaps.length })}>
          {plan.gaps.length === 0 ? <p>{t('gaps.none')}</p> : <GapList gaps={plan.gaps} may={plan.may} />}
        </Section>
      </div>
    </>
  )
}
