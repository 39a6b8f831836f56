import { type SnapshotsView, type SnapshotView, sayNumber } from '#assessment/contract'
import { apiUrl } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { Sentence } from '../../parts/sentence.tsx'
import { baseOf } from '../counts.ts'
import table from '../sheet/table.module.css'
import { Approve } from './approve.tsx'
import style from './snapshots.module.css'

/** Every snapshot, newest first: its number, its day, how it stood, and who approved it. */
export function SnapshotTable({ view }: { readonly view: SnapshotsView }) {
  const t = useWords('assessment')
  return (
    <table className={table.table}>
      <caption className="visually-hidden">{t('snapshots.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('snapshots.number')}</th>
          <th scope="col">{t('snapshots.counts')}</th>
          <th scope="col">{t('snapshots.by')}</th>
          <th scope="col">{t('snapshots.approval')}</th>
        </tr>
      </thead>
      <tbody>
        {view.snapshots.map((snapshot) => (
          <SnapshotRow key={snapshot.snapshotId} snapshot={snapshot} mayApprove={view.may.approve} />
        ))}
      </tbody>
    </table>
  )
}

function SnapshotRow({ snapshot, mayApprove }: { readonly snapshot: SnapshotView; readonly mayApprove: boolean }) {
  const t = useWords('assessment')
  const language = useLanguage()
  const { snapshotId, takenOn, takenBy, counts, approvedBy, approvedOn } = snapshot
  const number = sayNumber(snapshot, language)
  return (
    <tr>
      <th scope="row">
        {number}
        <span className={style.under}>
          <EraDate day={takenOn} weekday={false} />
        </span>
        <a
          className={style.paper}
          href={apiUrl(`/snapshots/${snapshotId}/report.pdf?language=${language}`)}
          target="_blank"
          rel="noreferrer"
        >
          {t('snapshots.paper')}
          <span className="visually-hidden"> {number}</span>
        </a>
      </th>
      <td data-title={t('snapshots.counts')}>
        {(['C', 'D'] as const).map((kind) => (
          <span key={kind} className={style.line}>
            {t(`total.${kind}`, { all: baseOf(counts[kind]), met: counts[kind].met })}
          </span>
        ))}
        <span className={style.under}>
          {t('snapshots.gaps', { notMet: counts.C['not-met'], unknown: counts.C.unknown })}
        </span>
      </td>
      <td data-title={t('snapshots.by')}>{takenBy}</td>
      <td data-title={t('snapshots.approval')}>
        {approvedOn ? (
          <Sentence
            text={t('exemption.approved', { name: approvedBy ?? '' })}
            parts={{ day: <EraDate day={approvedOn} weekday={false} /> }}
          />
        ) : mayApprove ? (
          <Approve snapshot={snapshot} />
        ) : (
          t('exemption.waiting')
        )}
      </td>
    </tr>
  )
}
