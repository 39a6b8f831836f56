import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { TaskPageView } from '#assessment/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { Go } from '../../parts/go.tsx'
import style from './plan.module.css'
import { TaskForm } from './task-form.tsx'
import { yenText } from './yen.ts'

/** 内容 — who does it with whom, by when, for how much, why, and what follows if nobody does. */
export function TaskContent({ view }: { readonly view: TaskPageView }) {
  const t = useWords('plan')
  const language = useLanguage()
  const [editing, setEditing] = useState(false)
  if (editing) return <TaskForm view={view} onDone={() => setEditing(false)} />
  const { task, owner, ownerLeft, supplier } = view
  const { about } = task
  return (
    <>
      <dl className={style.content}>
        <Line name={t('column.owner')}>{owner?.name ?? <b>{t(ownerLeft ? 'owner.left' : 'nobody')}</b>}</Line>
        <Line name={t('column.supplier')}>{supplier?.name ?? t('supplier.none')}</Line>
        <Line name={t('column.due')}>{task.dueOn ? <EraDate day={task.dueOn} /> : t('due.none')}</Line>
        <Line name={t('column.cost')}>
          {task.cost === undefined ? t('cost.unsaid') : yenText(task.cost, language)}
          {task.standing === 'approved' && ` ${t('cost.decided')}`}
        </Line>
        {task.alternatives.length > 0 && (
          <Line name={t('alternatives')}>
            <ul>
              {task.alternatives.map(({ name, cost }) => (
                <li key={name}>
                  {name}
                  {cost !== undefined && ` ${yenText(cost, language)}`}
                </li>
              ))}
            </ul>
          </Line>
        )}
        {task.background && <Line name={t('background')}>{task.background}</Line>}
        {task.ifNotDone && <Line name={t('ifNotDone')}>{task.ifNotDone}</Line>}
        {about && (
          <Line name={t('about')}>
            <Go
              href={`/registry/${about.kind}/${about.id}${about.field ? `?field=${encodeURIComponent(about.field)}` : ''}`}
            >
              {t('about.open')}
            </Go>
          </Line>
        )}
        <Line name={t('openedOn')}>
          <EraDate day={task.openedOn} weekday={false} />
        </Line>
        {task.closedOn && (
          <Line name={t('closedOn')}>
            <EraDate day={task.closedOn} weekday={false} />
          </Line>
        )}
      </dl>
      {task.may.change && <Button onClick={() => setEditing(true)}>{t('edit')}</Button>}
    </>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
