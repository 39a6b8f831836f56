import { type DirectorPageView, sayNumber } from '#assessment/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { dayText } from '../../parts/day.tsx'
import { Go } from '../../parts/go.tsx'
import { Section } from '../../parts/page.tsx'
import table from '../sheet/table.module.css'
import style from './director.module.css'

// Of each side as many as are read at one glance; the page of the snapshots has them all.
const SHOWN = 5

type Trend = DirectorPageView['trend']
type Compared = Extract<Trend, { readonly code: 'compared' }>

/** 前回の記録からの変化 — between the last two snapshots, as the page of the snapshots compares them. */
export function TrendSection({ trend }: Pick<DirectorPageView, 'trend'>) {
  const t = useWords('director')
  if (trend.code === 'compared') return <ComparedTrend trend={trend} />
  return (
    <Section title={t('trend')}>
      <p>{t(trend.code === 'corrupt' ? 'trend.corrupt' : 'trend.few')}</p>
    </Section>
  )
}

function ComparedTrend({ trend }: { readonly trend: Compared }) {
  const t = useWords('director')
  const language = useLanguage()
  const named = (snapshot: Compared['before']) =>
    `${sayNumber(snapshot, language)} ${dayText(snapshot.takenOn, language, false)}`
  const { worse, better, totals } = trend
  const rows = [...worse.slice(0, SHOWN), ...better.slice(0, SHOWN)]
  const rest = worse.length + better.length - rows.length
  return (
    <Section title={t('trend')} note={t('trend.between', { before: named(trend.before), after: named(trend.after) })}>
      <div className={style.before}>
        {(['C', 'D'] as const).map((kind) => (
          <p key={kind}>
            {t('trend.totals', {
              ...{ kind: t(`state.${kind}`), better: totals[kind].better, worse: totals[kind].worse },
              ...{ lost: totals[kind]['no-longer-known'], found: totals[kind]['known-now'] },
            })}
          </p>
        ))}
      </div>
      {rows.length === 0 ? <p className={style.soft}>{t('trend.none')}</p> : <Changes rows={rows} />}
      {rest > 0 && (
        <Go className={style.more} href="/assessment/snapshots">
          {t('trend.more', { count: rest })}
        </Go>
      )}
    </Section>
  )
}

function Changes({ rows }: { readonly rows: Compared['worse'] }) {
  const t = useWords('director')
  return (
    <table className={table.table}>
      <caption className="visually-hidden">{t('trend')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trend.item')}</th>
          <th scope="col">{t('trend.change')}</th>
          <th scope="col">{t('trend.why')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, changeName, why: [why] }) => (
          <tr key={id}>
            <th scope="row">
              <Go href={`/assessment/${encodeURIComponent(id)}`}>{title}</Go>
            </th>
            <td data-title={t('trend.change')} className={style.short}>
              {changeName}
            </td>
            <td data-title={t('trend.why')}>{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
