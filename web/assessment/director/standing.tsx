import type { Counts, DirectorPageView, State as StateName } from '#assessment/contract'
import { useWords } from '../../app/i18n.ts'
import { Section } from '../../parts/page.tsx'
import { State } from '../../parts/state.tsx'
import { baseOf } from '../counts.ts'
import style from './director.module.css'

const inBase: readonly StateName[] = ['met', 'not-met', 'unknown']

/** いまの状態 — the counts with their bases. 最低限 and 推奨 are never added, and unknown is never met. */
export function Standing({ page }: { readonly page: DirectorPageView }) {
  const t = useWords('director')
  const { counts, notTaken } = page
  const base = baseOf(counts.C)
  return (
    <Section title={t('state')} note={t('state.base', { all: base, met: counts.C.met })}>
      <table className={style.counts}>
        <caption className="visually-hidden">{t('state')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('state.kind')}</th>
            {inBase.map((state) => (
              <th key={state} scope="col">
                <State state={state} />
              </th>
            ))}
            <th scope="col">{t('state.total')}</th>
            <th scope="col">
              <State state="not-applicable" />
            </th>
          </tr>
        </thead>
        <tbody>
          {(['C', 'D'] as const).map((kind) => (
            <CountRow key={kind} kind={kind} counts={counts[kind]} />
          ))}
        </tbody>
      </table>
      <p className={style.notes}>
        {counts.C.unknown > 0 && t('state.unknown', { count: counts.C.unknown })}
        <br />
        {t('state.notTaken', { notMet: notTaken['not-met'], unknown: notTaken.unknown })}
      </p>
    </Section>
  )
}

function CountRow({ kind, counts }: { readonly kind: 'C' | 'D'; readonly counts: Counts }) {
  const t = useWords('director')
  return (
    <tr data-kind={kind}>
      <th scope="row">{t(`state.${kind}`)}</th>
      {inBase.map((state) => (
        <td key={state}>{counts[state]}</td>
      ))}
      <td>{baseOf(counts)}</td>
      <td>{counts['not-applicable']}</td>
    </tr>
  )
}
