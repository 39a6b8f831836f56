import type { Day } from '#shared'
import { useWords } from '../app/i18n.ts'
import { useSession } from '../app/session.ts'
import { EraDate } from '../parts/day.tsx'
import { Go, GoButton } from '../parts/go.tsx'
import type { Task } from './queries.ts'
import style from './today.module.css'
import { distanceTo } from './urgency.ts'

interface TaskListProps {
  readonly title: string
  readonly note: string
  readonly tasks: readonly Task[]
  /** The number of the first task: the count runs through both lists. */
  readonly from: number
  readonly urgent?: boolean
}

export function TaskList({ title, note, tasks, from, urgent }: TaskListProps) {
  if (tasks.length === 0) return null
  return (
    <section data-urgent={urgent || undefined} className={style.group}>
      <h2>
        {title} <span>{note}</span>
      </h2>
      <ol className={style.tasks} start={from}>
        {tasks.map((task, index) => (
          <TaskRow
            key={`${task.taskId ?? task.requirementId} ${task.action.href}`}
            task={task}
            number={from + index}
            urgent={urgent}
          />
        ))}
      </ol>
    </section>
  )
}

interface TaskRowProps {
  readonly task: Task
  readonly number: number
  readonly urgent: boolean | undefined
}

function TaskRow({ task, number, urgent }: TaskRowProps) {
  const t = useWords('today')
  return (
    <li>
      <span className={style.number} aria-hidden="true">
        {number}
      </span>
      <div className={style.what}>
        <h3>{task.title}</h3>
        <p>{task.sentence}</p>
        {task.requirementId && (
          <p className={style.why}>
            <Go href={`/assessment/${task.requirementId}`} aria-label={t('tasks.whyOf', { task: task.title })}>
              {t('tasks.why')}
            </Go>
            <span>{task.because}</span>
          </p>
        )}
      </div>
      <div className={style.meta} data-part="owner">
        <small>{t('tasks.owner')}</small>
        {task.owner?.name ?? t('tasks.noOwner')}
        {task.owner?.department && <small>{task.owner.department}</small>}
      </div>
      {task.dueOn && <Due dueOn={task.dueOn} />}
      <GoButton href={task.action.href} variant={urgent || number === 1 ? 'filled' : 'default'}>
        {task.action.label}
      </GoButton>
    </li>
  )
}

function Due({ dueOn }: { readonly dueOn: Day }) {
  const t = useWords('today')
  const { today } = useSession()
  const distance = distanceTo(dueOn, today)
  return (
    <div className={style.meta} data-part="due">
      <small>{t('tasks.due')}</small>
      {distance.kind === 'today' ? (
        <b>{t('tasks.today')}</b>
      ) : (
        <>
          <EraDate day={dueOn} />
          <small>{t(`distance.${distance.kind}`, { count: distance.days })}</small>
        </>
      )}
    </div>
  )
}
