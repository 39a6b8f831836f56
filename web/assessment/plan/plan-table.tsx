import type { PlanRowView } from '#assessment/contract'
import { standings, taskStates } from '#task/contract'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EraDate } from '../../parts/day.tsx'
import { Go } from '../../parts/go.tsx'
import style from './plan.module.css'
import { taskAddress } from './queries.ts'
import { yenText } from './yen.ts'

/** The tasks of the plan: what, who, by when, for how much, and how far. */
export function PlanTable({ rows }: { readonly rows: readonly PlanRowView[] }) {
  const t = useWords('plan')
  const language = useLanguage()
  const say = useBilingual()
  const columns: readonly Column<PlanRowView>[] = [
    { key: 'title', title: t('column.title'), value: ({ task }) => task.title, cell: (row) => <Title row={row} /> },
    {
      key: 'owner',
      title: t('column.owner'),
      value: ({ owner }) => owner?.name ?? '',
      cell: ({ owner, ownerLeft }) => (
        <span className={style.short}>{owner?.name ?? <b>{t(ownerLeft ? 'owner.left' : 'nobody')}</b>}</span>
      ),
    },
    {
      key: 'supplier',
      title: t('column.supplier'),
      value: ({ supplier }) => supplier?.name ?? '',
      cell: ({ supplier }) => <span className={style.name}>{supplier?.name}</span>,
    },
    { key: 'due', title: t('column.due'), value: ({ task }) => task.dueOn ?? '', cell: (row) => <Due row={row} /> },
    {
      key: 'cost',
      title: t('column.cost'),
      value: ({ task }) => task.cost ?? '',
      cell: ({ task }) =>
        task.cost === undefined ? (
          <span className={`${style.soft} ${style.short}`}>{t('cost.unsaid')}</span>
        ) : (
          <>
            <span className={style.yen}>{yenText(task.cost, language)}</span>
            {task.standing !== 'not-needed' && <small className={style.under}>{say(standings[task.standing])}</small>}
          </>
        ),
    },
    {
      key: 'state',
      title: t('column.state'),
      value: ({ task }) => say(taskStates[task.state]),
      cell: ({ task, stillShort }) => (
        <>
          <span className={style.short}>{say(taskStates[task.state])}</span>
          {stillShort && <small className={style.warning}>{t(`short.${stillShort}`)}</small>}
        </>
      ),
    },
  ]
  return <DataTable caption={t('table')} rows={rows} columns={columns} rowKey={({ task }) => task.taskId} searchable />
}

function Title({ row: { task, requirements } }: { readonly row: PlanRowView }) {
  const t = useWords('plan')
  const [first] = requirements
  return (
    <>
      <Go href={taskAddress(task.taskId)}>{task.title}</Go>
      {first && (
        <small className={style.under}>
          {requirements.length > 1
            ? t('requirement.more', { title: first.title, count: requirements.length - 1 })
            : first.title}
        </small>
      )}
    </>
  )
}

function Due({ row: { task, daysLate } }: { readonly row: PlanRowView }) {
  const t = useWords('plan')
  if (!task.dueOn) return <span className={`${style.soft} ${style.short}`}>{t('due.none')}</span>
  return (
    <>
      <span className={style.short}>
        <EraDate day={task.dueOn} weekday={false} />
      </span>
      {daysLate > 0 && <small className={style.warning}>{t('late', { count: daysLate })}</small>}
    </>
  )
}
