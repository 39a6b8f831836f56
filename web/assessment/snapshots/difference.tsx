import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ChangeKind, type ComparisonView, changeNames, type SnapshotView, sayNumber } from '#assessment/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { dayText } from '../../parts/day.tsx'
import { Go } from '../../parts/go.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Section } from '../../parts/page.tsx'
import { Problem } from '../../parts/problem.tsx'
import { State } from '../../parts/state.tsx'
import table from '../sheet/table.module.css'
import { comparisonQuery } from './queries.ts'
import style from './snapshots.module.css'

// What needs somebody to act comes first.
const order: readonly ChangeKind[] = ['worse', 'known-now', 'no-longer-known', 'better', 'scope', 'new', 'gone']

/** 前回との違い — two snapshots side by side: what became worse, what was found out, what became better, and why. */
export function Difference({ snapshots }: { readonly snapshots: readonly SnapshotView[] }) {
  const t = useWords('assessment')
  const [before, setBefore] = useState(snapshots[1]?.snapshotId ?? '')
  const [after, setAfter] = useState(snapshots[0]?.snapshotId ?? '')
  const { data, error } = useQuery(comparisonQuery(before, after, useLanguage()))
  return (
    <Section title={t('difference')} note={t('difference.note')}>
      <div className={style.chosen}>
        <Choice label={t('difference.before')} snapshots={snapshots} value={before} onChange={setBefore} />
        <Choice label={t('difference.after')} snapshots={snapshots} value={after} onChange={setAfter} />
      </div>
      <Problem error={error} />
      {data ? <Compared compared={data} /> : !error && <Loading doing={t('difference.making')} />}
    </Section>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly snapshots: readonly SnapshotView[]
  readonly value: string
  readonly onChange: (snapshotId: string) => void
}

function Choice({ label, snapshots, value, onChange }: ChoiceProps) {
  const language = useLanguage()
  const data = snapshots.map((each) => ({
    value: each.snapshotId,
    label: `${sayNumber(each, language)} ${dayText(each.takenOn, language, false)}`,
  }))
  return (
    <NativeSelect label={label} data={data} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
  )
}

function Compared({ compared }: { readonly compared: ComparisonView }) {
  const t = useWords('assessment')
  const language = useLanguage()
  const { requirements, totals } = compared
  const shown = order.filter((change) => requirements.some((each) => each.change === change))
  return (
    <div role="status">
      {(['C', 'D'] as const).map((kind) => (
        <p key={kind} className={style.totals}>
          <b>{t(`difference.${kind}`)}</b>
          {[...order, 'same' as const]
            .filter((change) => totals[kind][change] > 0)
            .map((change) => `${changeNames[change][language]} ${totals[kind][change]}`)
            .join(language === 'ja' ? '、' : ', ')}
        </p>
      ))}
      {shown.length === 0 && <p>{t('difference.none')}</p>}
      {shown.map((change) => (
        <ChangeTable key={change} change={change} rows={requirements.filter((each) => each.change === change)} />
      ))}
    </div>
  )
}

type Row = ComparisonView['requirements'][number]

function ChangeTable({ change, rows }: { readonly change: ChangeKind; readonly rows: readonly Row[] }) {
  const t = useWords('assessment')
  const name = changeNames[change][useLanguage()]
  return (
    <>
      <h3 className={style.change}>{t('difference.change', { name, count: rows.length })}</h3>
      <table className={table.table}>
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('difference.item')}</th>
            <th scope="col">{t('difference.then')}</th>
            <th scope="col">{t('difference.now')}</th>
            <th scope="col">{t('difference.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Go href={`/assessment/${encodeURIComponent(row.id)}`}>{row.title}</Go>
              </th>
              <td data-title={t('difference.then')}>{row.before ? <State state={row.before} /> : '－'}</td>
              <td data-title={t('difference.now')}>{row.after ? <State state={row.after} /> : '－'}</td>
              <td data-title={t('difference.why')}>
                <Reasons why={row.why} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

// More than a handful is no explanation; the rest opens.
const SHOWN = 4

function Reasons({ why }: Pick<Row, 'why'>) {
  const t = useWords('assessment')
  const rest = why.slice(SHOWN)
  return (
    <>
      <ul className={style.why}>
        {why.slice(0, SHOWN).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('difference.more', { count: rest.length })}</summary>
          <ul className={style.why}>
            {rest.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
