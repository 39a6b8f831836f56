import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#shared'
import { useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import style from './scan.module.css'

interface MomentInputProps {
  readonly label: string
  readonly today: Day
  /** The moment in Japan as ISO 8601 in UTC; undefined while it is not complete. */
  readonly onChange: (moment: string | undefined) => void
}

/** A day and a time of day in Japan. */
export function MomentInput({ label, today, onChange }: MomentInputProps) {
  const t = useWords('scan')
  const [day, setDay] = useState<Day | undefined>(today)
  const [time, setTime] = useState('')
  const tell = (nextDay: Day | undefined, nextTime: string) => {
    setDay(nextDay)
    setTime(nextTime)
    onChange(momentOf(nextDay, nextTime))
  }
  return (
    <fieldset className={style.moment}>
      <legend>{label}</legend>
      <DayInput label={t('moment.day')} value={day} onChange={(next) => tell(next, time)} />
      <TextInput
        label={t('moment.time')}
        type="time"
        value={time}
        onChange={(event) => tell(day, event.currentTarget.value)}
      />
    </fieldset>
  )
}

const momentOf = (day: Day | undefined, time: string): string | undefined =>
  day !== undefined && /^\d{2}:\d{2}$/.test(time) ? new Date(`${day}T${time}:00+09:00`).toISOString() : undefined
