import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { standings, taskStates } from '#task/contract'
import { useBilingual, useLanguage, useWords } from '../app/i18n.ts'
import { useMay } from '../app/session.ts'
import { PrintButton } from '../parts/data-table.tsx'
import { GoButton } from '../parts/go.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageHead, Section } from '../parts/page.tsx'
import { Answers } from './plan/answers.tsx'
import { Decision } from './plan/decision.tsx'
import { Moves } from './plan/moves.tsx'
import { Notes } from './plan/notes.tsx'
import { taskQuery } from './plan/queries.ts'
import { TaskContent } from './plan/task-content.tsx'
import { Warnings } from './plan/warnings.tsx'

/** 用件 — one thing to do: how far it is, who does it, what was decided, and what was said on the way. */
export function TaskPage() {
  const t = useWords('plan')
  return (
    <Suspense fallback={<Loading doing={t('loading')} />}>
      <Opened />
    </Suspense>
  )
}

function Opened() {
  const t = useWords('plan')
  const say = useBilingual()
  const { taskId = '' } = useParams({ strict: false })
  const { data: view } = useSuspenseQuery(taskQuery(taskId, useLanguage()))
  const seesPlan = useMay('task.read')
  const { task } = view
  return (
    <>
      <PageHead title={task.title} lead={t('lead.state', { state: say(taskStates[task.state]) })}>
        <GoButton href={seesPlan ? '/assessment/plan' : '/'}>{t(seesPlan ? 'backToPlan' : 'backToToday')}</GoButton>
        <PrintButton />
      </PageHead>
      <Warnings view={view} />
      <Moves key={task.version} task={task} />
      <Section title={t('content')}>
        <TaskContent view={view} />
      </Section>
      {view.requirements.length > 0 && (
        <Section title={t('answers')} note={t('answers.note')}>
          <Answers requirements={view.requirements} />
        </Section>
      )}
      {(task.standing !== 'not-needed' || task.decision) && (
        <Section title={t('decision')} note={say(standings[task.standing])}>
          <Decision view={view} />
        </Section>
      )}
      <Section title={t('notes')}>
        <Notes task={task} />
      </Section>
    </>
  )
}
