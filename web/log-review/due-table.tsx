import { type DueView, dueWords, type LogReviewsView, targetWords } from '#log-review/contract'
import { useBilingual, useWords } from '../app/i18n.ts'
import { useMay } from '../app/session.ts'
import { EraDate } from '../parts/day.tsx'
import { Go, GoButton } from '../parts/go.tsx'
import { Sentence } from '../parts/sentence.tsx'
import style from './log-review.module.css'

const shapes: Readonly<Record<DueView['state'], string>> = {
  'no-interval': '？',
  never: '◷',
  late: '◷',
  soon: '◷',
  'in-time': '●',
}

/** 次の確認 — each log with who looked last, up to which day, and by when it is due. */
export function DueTable({ view: { due, intervalDays, may } }: { readonly view: LogReviewsView }) {
  const t = useWords('logReview')
  const mayChange = useMay('registry.change')
  return (
    <>
      <p className={style.soft}>
        {intervalDays === undefined ? t('interval.none') : t('interval.days', { days: intervalDays })}
        {mayChange && (
          <>
            {' '}
            <Go href="/registry/limits/limits?field=logReviewDays">{t('interval.change')}</Go>
          </>
        )}
      </p>
      <ul className={style.due}>
        {due.map((one) => (
          <Line key={one.systemId ?? 'journal'} one={one} may={may} />
        ))}
      </ul>
      {due.length === 1 && <p className={style.soft}>{t('due.noSystems')}</p>}
    </>
  )
}

function Line({ one, may }: { readonly one: DueView; readonly may: LogReviewsView['may'] }) {
  const t = useWords('logReview')
  const say = useBilingual()
  const { target, systemId, name, lastOn, lastBy, coveredUntil, dueOn, state } = one
  return (
    <li>
      <b className={style.name}>{target === 'journal' ? say(targetWords.journal) : name}</b>
      <span className={style.state} data-state={state}>
        <span aria-hidden="true">{shapes[state]} </span>
        {say(dueWords[state])}
        {dueOn && (
          <small>
            {t('due.by')} <EraDate day={dueOn} weekday={false} />
          </small>
        )}
      </span>
      <span className={style.last}>
        {lastOn ? (
          <>
            {t('due.last')} <EraDate day={lastOn} weekday={false} />
            {lastBy ? `（${lastBy}）` : t('due.byHand')}
            {coveredUntil && (
              <small>
                <Sentence text={t('due.covered')} parts={{ day: <EraDate day={coveredUntil} weekday={false} /> }} />
              </small>
            )}
          </>
        ) : (
          t('due.nobody')
        )}
      </span>
      {may.write && (target === 'system' || may.lookThrough) && (
        <GoButton href={systemId ? `/log-review?system=${systemId}` : '/log-review?log=journal'}>
          {t(target === 'journal' ? 'due.lookThrough' : 'due.record')}
        </GoButton>
      )}
    </li>
  )
}
