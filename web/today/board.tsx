import { useWords } from '../app/i18n.ts'
import { Go } from '../parts/go.tsx'
import { State } from '../parts/state.tsx'
import { Time } from '../parts/time.tsx'
import type { BoardLine } from './queries.ts'
import style from './today.module.css'

const places: Readonly<Record<BoardLine['key'], string>> = {
  assessment: '/assessment',
  snapshot: '/assessment/snapshots',
  registry: '/registry',
  journal: '/journal',
  mail: '/timetable',
}

/** いまの状態 — one line for each thing that is watched: state, figure, how and when it was looked at. */
export function Board({ lines }: { readonly lines: readonly BoardLine[] }) {
  const t = useWords('today')
  return (
    <table className={style.board}>
      <caption>{t('board.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('board.what')}</th>
          <th scope="col">{t('board.state')}</th>
          <th scope="col">{t('board.figure')}</th>
          <th scope="col">{t('board.how')}</th>
          <th scope="col">{t('board.at')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">
              <Go href={places[line.key]}>{t(`board.${line.key}`)}</Go>
            </th>
            <td>
              <State state={line.state} />
            </td>
            <td className={style.figure}>
              {line.figure}
              {line.detail && <small>{line.detail}</small>}
            </td>
            <td className={style.how}>{line.how}</td>
            <td className={style.when}>
              {(line.at || line.key === 'registry') && <span className={style.whenLabel}>{t('board.at')} </span>}
              {line.at ? <Time at={line.at} /> : line.key === 'registry' && t('board.live')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
