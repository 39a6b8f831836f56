import type { MediumView } from '#archive/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { dayText, EraDate } from '../../parts/day.tsx'
import { Opening } from '../../parts/opening.tsx'
import style from './medium.module.css'
import { StepForm } from './step-form.tsx'

interface MediumProps {
  readonly medium: MediumView
  readonly today: string
  readonly mayWrite: boolean
}

/** 記録媒体 — where it lies, what asks for something, and all that happened to it. */
export function Medium({ medium, today, mayWrite }: MediumProps) {
  const t = useWords('medium')
  const language = useLanguage()
  const { mediumId, label, sort, holds, place, usedFrom, endsOn, inUse, concerns, steps } = medium
  const until = endsOn === undefined ? t('until.unknown') : t('until', { day: dayText(endsOn, language, false) })
  return (
    <li data-over={!inUse || undefined}>
      <header>
        <b>{label}</b>
        <span>{t(`sort.${sort}`)}</span>
        <span>{place}</span>
        {!inUse && <span>{t('over')}</span>}
      </header>
      <p>{holds}</p>
      <p className={style.soft}>
        {t('from', { day: dayText(usedFrom, language, false) })}　{until}
      </p>
      {concerns.length > 0 && (
        <ul className={style.concerns}>
          {concerns.map((one) => (
            <li key={one}>▲ {t(`concern.${one}`)}</li>
          ))}
        </ul>
      )}
      {steps.length > 0 && (
        <details>
          <summary>{t('steps.open', { count: steps.length })}</summary>
          <ol className={style.steps}>
            {steps.map((one) => (
              <li key={`${one.writtenAt} ${one.step}`}>
                <EraDate day={one.onDay} weekday={false} /> {t(`step.${one.step}`)}
                {one.result !== undefined && `（${t(`result.${one.result}`)}）`}
                {one.place !== undefined && ` ${one.place}`} — {one.note}{' '}
                <span className={style.soft}>{t('steps.by', { by: one.writtenBy })}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {mayWrite && inUse && (
        <Opening label={t('note.open')}>
          <StepForm mediumId={mediumId} label={label} today={today} />
        </Opening>
      )}
    </li>
  )
}
