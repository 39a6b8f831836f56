import type { PresentedRequirement } from '#assessment/contract'
import { useWords } from '../../app/i18n.ts'
import { Section } from '../../parts/page.tsx'
import { State } from '../../parts/state.tsx'
import table from './table.module.css'
import { Thing } from './thing.tsx'

type Finding = PresentedRequirement['findings'][number]

const order: Readonly<Record<Finding['state'], number>> = { 'not-met': 0, unknown: 1, met: 2 }

/** 見つかったこと — what was found out of each thing, the worst first, each with the way to the very fact. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useWords('assessment')
  if (findings.length === 0) return null
  const worstFirst = findings.toSorted((a, b) => order[a.state] - order[b.state])
  const short = findings.filter(({ state }) => state !== 'met').length
  return (
    <Section title={t('found')} note={t('found.sum', { all: findings.length, count: short })}>
      <table className={table.table}>
        <caption className="visually-hidden">{t('found')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('found.thing')}</th>
            <th scope="col">{t('found.state')}</th>
            <th scope="col">{t('found.what')}</th>
          </tr>
        </thead>
        <tbody>
          {worstFirst.map((finding) => (
            <FindingRow
              key={`${finding.code} ${finding.about?.kind} ${finding.about?.id} ${finding.about?.field} ${finding.sentence}`}
              finding={finding}
            />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function FindingRow({ finding }: { readonly finding: Finding }) {
  const t = useWords('assessment')
  const { about, restsOn = [] } = finding
  return (
    <tr>
      <th scope="row">{about ? <Thing about={about} /> : t('found.everything')}</th>
      <td>
        <State state={finding.state} />
      </td>
      <td>
        {finding.sentence}
        {restsOn.length > 0 && (
          <small className={table.note}>
            {t('found.restsOn')}
            {restsOn.map((each) => (
              <span key={`${each.kind} ${each.id} ${each.field}`}>
                {' '}
                <Thing about={each} />
              </span>
            ))}
          </small>
        )}
      </td>
    </tr>
  )
}
