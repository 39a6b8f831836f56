import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { WitnessingView } from '#federation/contract'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { Acts, Form } from '../parts/form.tsx'
import { Problem } from '../parts/problem.tsx'
import { useChange } from '../parts/use-change.ts'
import style from './witness.module.css'

/** 立会いの決まり — how many witnesses, and after how many hours without them people hear of it. */
export function PolicyForm({ view }: { readonly view: WitnessingView }) {
  const t = useWords('witness')
  const [open, setOpen] = useState(false)
  const [needed, setNeeded] = useState<number | string>(view.needed)
  const [hours, setHours] = useState<number | string>(view.warnAfterHours)
  const change = useChange(
    () => api.put('/witnesses/policy', { needed: Number(needed), warnAfterHours: Number(hours) }),
    () => t('policy.done'),
    () => setOpen(false),
  )
  if (!open) return <Button onClick={() => setOpen(true)}>{t('policy.change')}</Button>
  return (
    <div className={style.slip}>
      <Form onSubmit={() => change.mutate()} busy={change.isPending} label={t('policy.change')}>
        <NumberInput label={t('policy.needed')} min={1} max={16} value={needed} onChange={setNeeded} />
        <NumberInput label={t('policy.hours')} min={1} max={720} value={hours} onChange={setHours} />
        <Problem error={change.error} />
        <Acts>
          <Button type="submit" variant="filled" loading={change.isPending}>
            {t('policy.act')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
        </Acts>
      </Form>
    </div>
  )
}
