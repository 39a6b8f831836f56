import { sayNumber } from '#assessment/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { Section } from '../../parts/page.tsx'
import { State } from '../../parts/state.tsx'
import type { RequirementView } from '../queries.ts'
import table from './table.module.css'

/** これまでの点検 — how the requirement stood in each snapshot. */
export function History({ history }: Pick<RequirementView, 'history'>) {
  const t = useWords('assessment')
  const language = useLanguage()
  if (history.length === 0) return null
  return (
    <Section title={t('history')}>
      <table className={table.table}>
        <caption className="visually-hidden">{t('history')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('snapshots.number')}</th>
            <th scope="col">{t('found.state')}</th>
          </tr>
        </thead>
        <tbody>
          {history.map((each) => (
            <tr key={each.snapshotId}>
              <th scope="row">
                {sayNumber(each, language)} <EraDate day={each.takenOn} weekday={false} />
              </th>
              <td data-title={t('found.state')}>{each.state ? <State state={each.state} /> : '－'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
