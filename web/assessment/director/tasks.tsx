import type { DirectorPageView } from '#assessment/contract'
import { standings } from '#task/contract'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { Go } from '../../parts/go.tsx'
import { Section } from '../../parts/page.tsx'
import { taskAddress } from '../plan/queries.ts'
import { yenText } from '../plan/yen.ts'
import table from '../sheet/table.module.css'
import style from './director.module.css'

/** 費用のかかること — what waits first; the sums are the plan's. */
export function Money({ money }: Pick<DirectorPageView, 'money'>) {
  const t = useWords('director')
  const say = useBilingual()
  const language = useLanguage()
  const sums = { undecided: yenText(money.undecided, language), decided: yenText(money.decided, language) }
  return (
    <Section title={t('money')} note={money.tasks.length > 0 ? t('money.sums', sums) : undefined} id="money">
      {money.tasks.length === 0 ? (
        <p>{t('money.none')}</p>
      ) : (
        <table className={table.table}>
          <caption className="visually-hidden">{t('money')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('task')}</th>
              <th scope="col">{t('owner')}</th>
              <th scope="col">{t('cost')}</th>
              <th scope="col">{t('standing')}</th>
            </tr>
          </thead>
          <tbody>
            {money.tasks.map(({ taskId, title, owner, cost, standing }) => (
              <tr key={taskId}>
                <th scope="row">
                  <Go href={taskAddress(taskId)}>{title}</Go>
                </th>
                <td data-title={t('owner')}>{owner?.name ?? t('owner.none')}</td>
                <td data-title={t('cost')} className={style.yen}>
                  {yenText(cost, language)}
                </td>
                <td data-title={t('standing')}>{say(standings[standing])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {money.unsaid > 0 && <p className={style.soft}>{t('money.unsaid', { count: money.unsaid })}</p>}
    </Section>
  )
}

/** 期限を過ぎたこと — with the person who has it; one who left has nothing any more. */
export function Overdue({ overdue }: Pick<DirectorPageView, 'overdue'>) {
  const t = useWords('director')
  return (
    <Section title={t('overdue')} note={overdue.length > 0 ? t('overdue.count', { count: overdue.length }) : undefined}>
      {overdue.length === 0 ? (
        <p>{t('overdue.none')}</p>
      ) : (
        <table className={table.table}>
          <caption className="visually-hidden">{t('overdue')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('task')}</th>
              <th scope="col">{t('owner')}</th>
              <th scope="col">{t('due')}</th>
              <th scope="col">{t('late')}</th>
            </tr>
          </thead>
          <tbody>
            {overdue.map(({ taskId, title, owner, ownerLeft, dueOn, daysLate }) => (
              <tr key={taskId}>
                <th scope="row">
                  <Go href={taskAddress(taskId)}>{title}</Go>
                </th>
                <td data-title={t('owner')}>{owner?.name ?? <b>{t(ownerLeft ? 'owner.left' : 'owner.none')}</b>}</td>
                <td data-title={t('due')} className={style.short}>
                  <EraDate day={dueOn} weekday={false} />
                </td>
                <td data-title={t('late')} className={style.warning}>
                  {t('late.days', { count: daysLate })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
