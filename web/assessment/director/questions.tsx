import type { DirectorPageView } from '#assessment/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { dayText, EraDate } from '../../parts/day.tsx'
import { Go } from '../../parts/go.tsx'
import { Section } from '../../parts/page.tsx'
import table from '../sheet/table.module.css'
import style from './director.module.css'

/** 事業者への質問（回答待ち） — how many, since when, and by when an answer is due. */
export function Questions({ questions }: Pick<DirectorPageView, 'questions'>) {
  const t = useWords('director')
  const language = useLanguage()
  const [oldest] = questions
  if (!oldest)
    return (
      <Section title={t('questions')}>
        <p>{t('questions.none')}</p>
      </Section>
    )
  const count = questions.reduce((sum, { open }) => sum + open, 0)
  const suppliers = new Set(questions.map(({ supplierId }) => supplierId)).size
  return (
    <Section title={t('questions')}>
      <p className={style.before}>
        {t('questions.sum', { suppliers, count, day: dayText(oldest.since, language, false) })}
      </p>
      <table className={table.table}>
        <caption className="visually-hidden">{t('questions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('questions.supplier')}</th>
            <th scope="col">{t('questions.open')}</th>
            <th scope="col">{t('questions.since')}</th>
            <th scope="col">{t('questions.due')}</th>
          </tr>
        </thead>
        <tbody>
          {questions.map(({ sheetId, supplierName, open, since, dueOn, due }) => (
            <tr key={sheetId}>
              <th scope="row">
                <Go href={`/suppliers/${encodeURIComponent(sheetId)}`}>{supplierName}</Go>
              </th>
              <td data-title={t('questions.open')}>{t('questions.count', { count: open })}</td>
              <td data-title={t('questions.since')} className={style.short}>
                <EraDate day={since} weekday={false} />
              </td>
              <td data-title={t('questions.due')} className={style.short}>
                <EraDate day={dueOn} weekday={false} />
                {due && (
                  <>
                    {' '}
                    <b className={due === 'over' ? style.warning : undefined}>{t(`questions.${due}`)}</b>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
