import { useQuery } from '@tanstack/react-query'
import { isClosed, taskStates } from '#task/contract'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { useMay } from '../../app/session.ts'
import { EraDate } from '../../parts/day.tsx'
import { Go } from '../../parts/go.tsx'
import { Section } from '../../parts/page.tsx'
import style from './plan.module.css'
import { planQuery, taskAddress } from './queries.ts'
import { TakeUp } from './take-up.tsx'
import { inOrder } from './view.ts'

interface RequirementTasksProps {
  /** The requirement of the page, and the one whose gap would be taken up: itself or a sub-item. */
  readonly id: string
  readonly gapId: string | undefined
}

/** 改善計画 on the page of a requirement: what is being done about it, or one press to begin. */
export function RequirementTasks({ id, gapId }: RequirementTasksProps) {
  const t = useWords('plan')
  const say = useBilingual()
  const { data } = useQuery({ ...planQuery(useLanguage()), enabled: useMay('task.read') })
  if (!data) return null
  const isFor = (ids: readonly { readonly id: string }[]) => ids.some((one) => one.id === id || one.id === gapId)
  const rows = inOrder(data.rows.filter(({ requirements }) => isFor(requirements)))
  const isTaken = rows.some(({ task }) => !isClosed(task.state))
  if (rows.length === 0 && (gapId === undefined || !data.may.change)) return null
  return (
    <Section title={t('sheet.title')}>
      {rows.length > 0 && (
        <ul className={style.tasks} aria-label={t('sheet.tasks')}>
          {rows.map(({ task, owner, ownerLeft, daysLate, stillShort }) => (
            <li key={task.taskId}>
              <Go href={taskAddress(task.taskId)}>{task.title}</Go>
              <span>{say(taskStates[task.state])}</span>
              <span>{owner?.name ?? t(ownerLeft ? 'owner.left' : 'nobody')}</span>
              {task.dueOn && <EraDate day={task.dueOn} weekday={false} />}
              {daysLate > 0 && <b className={style.warning}>{t('late', { count: daysLate })}</b>}
              {stillShort && <b className={style.warning}>{t(`warning.${stillShort}`)}</b>}
            </li>
          ))}
        </ul>
      )}
      {gapId !== undefined && !isTaken && data.may.change && <TakeUp requirementIds={[gapId]} />}
    </Section>
  )
}
