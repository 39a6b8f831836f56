import type { PlanView } from '#assessment/contract'
import { taskStates } from '#task/contract'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import table from '../sheet/table.module.css'
import style from './plan.module.css'
import { yenText } from './yen.ts'

/** 費用の合計 — by state: what was approved, what is only estimated, and of how many tasks nobody said. */
export function Sums({ sums }: Pick<PlanView, 'sums'>) {
  const t = useWords('plan')
  const say = useBilingual()
  const language = useLanguage()
  return (
    <table className={`${table.table} ${style.sums}`}>
      <caption className="visually-hidden">{t('sums')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.state')}</th>
          <th scope="col">{t('sums.tasks')}</th>
          <th scope="col">{t('sums.decided')}</th>
          <th scope="col">{t('sums.estimated')}</th>
          <th scope="col">{t('sums.unsaid')}</th>
        </tr>
      </thead>
      <tbody>
        {sums.map((sum) => (
          <tr key={sum.state}>
            <th scope="row">{say(taskStates[sum.state])}</th>
            <td data-title={t('sums.tasks')}>{t('tasks', { count: sum.tasks })}</td>
            <td data-title={t('sums.decided')}>{yenText(sum.decided, language)}</td>
            <td data-title={t('sums.estimated')}>{yenText(sum.estimated, language)}</td>
            <td data-title={t('sums.unsaid')}>{t('tasks', { count: sum.unsaid })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
