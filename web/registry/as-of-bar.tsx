import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#shared'
import { useWords } from '../app/i18n.ts'
import { useSession } from '../app/session.ts'
import { DayInput, EraDate } from '../parts/day.tsx'
import { Form } from '../parts/form.tsx'
import { Sentence } from '../parts/sentence.tsx'
import style from './as-of.module.css'
import { lookAt, useAsOf } from './as-of.ts'

/** いつの台帳か — the present, or a past day: then every page of the registry says so and nothing can be written. */
export function AsOfBar() {
  const t = useWords('registry')
  const on = useAsOf()
  const [asking, setAsking] = useState(false)
  if (on) {
    return (
      <div className={style.past} role="status">
        <p>
          <strong>
            <Sentence text={t('asOf.past')} parts={{ day: <EraDate day={on} weekday={false} /> }} />
          </strong>{' '}
          {t('asOf.readOnly')}
        </p>
        <Button onClick={() => lookAt(undefined)}>{t('asOf.present')}</Button>
      </div>
    )
  }
  return (
    <div className={style.bar}>
      {asking ? (
        <Asking onDone={() => setAsking(false)} />
      ) : (
        <Button variant="subtle" onClick={() => setAsking(true)}>
          {t('asOf.ask')}
        </Button>
      )}
    </div>
  )
}

function Asking({ onDone }: { readonly onDone: () => void }) {
  const t = useWords('registry')
  const { today } = useSession()
  const [day, setDay] = useState<Day>()
  const isPast = day !== undefined && day < today
  const look = () => {
    if (!isPast) return
    lookAt(day)
    onDone()
  }
  return (
    <Form onSubmit={look} label={t('asOf.ask')}>
      <div className={style.asking}>
        <DayInput label={t('asOf.day')} value={undefined} onChange={setDay} autoFocus />
        <Button type="submit" variant="filled" disabled={!isPast}>
          {t('asOf.look')}
        </Button>
        <Button onClick={onDone}>{t('asOf.cancel')}</Button>
      </div>
      {day !== undefined && !isPast && <p role="status">{t('asOf.notPast')}</p>}
    </Form>
  )
}
