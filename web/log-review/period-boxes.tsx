import { useWords } from '../app/i18n.ts'
import { DayInput } from '../parts/day.tsx'
import style from './log-review.module.css'
import type { Period } from './period.ts'

interface PeriodBoxesProps {
  readonly period: Period
  readonly onChange: (period: Period) => void
}

/** The first and the last day; while one is being written, the other stands. */
export function PeriodBoxes({ period: { fromOn, untilOn }, onChange }: PeriodBoxesProps) {
  const t = useWords('logReview')
  return (
    <div className={style.period}>
      <DayInput label={t('period.from')} value={fromOn} onChange={(day) => day && onChange({ fromOn: day, untilOn })} />
      <DayInput
        label={t('period.until')}
        value={untilOn}
        onChange={(day) => day && onChange({ fromOn, untilOn: day })}
      />
    </div>
  )
}
