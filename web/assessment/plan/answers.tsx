import type { TaskPageView } from '#assessment/contract'
import { useWords } from '../../app/i18n.ts'
import { Go } from '../../parts/go.tsx'
import { State } from '../../parts/state.tsx'
import table from '../sheet/table.module.css'

/** もと — the requirements a task was opened for, and how they stand now. The assessment alone makes them met. */
export function Answers({ requirements }: Pick<TaskPageView, 'requirements'>) {
  const t = useWords('plan')
  return (
    <table className={table.table}>
      <caption className="visually-hidden">{t('answers')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('answers.item')}</th>
          <th scope="col">{t('answers.state')}</th>
        </tr>
      </thead>
      <tbody>
        {requirements.map(({ id, title, state }) => (
          <tr key={id}>
            <th scope="row">{state ? <Go href={`/assessment/${encodeURIComponent(id)}`}>{title}</Go> : title}</th>
            <td data-title={t('answers.state')}>{state ? <State state={state} /> : '－'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
