import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'
import style from '../signature.module.css'

/** 取り下げる — what is withdrawn comes back only by being handed in and confirmed anew; so it asks why. */
export function WithdrawForm({ itemId, name }: { readonly itemId: string; readonly name: string }) {
  const t = useWords('trust')
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const withdraw = useChange(
    () => api.post(`/trust/${itemId}/withdrawal`, { reason }),
    () => t('withdraw.done'),
  )
  if (!open)
    return (
      <Button aria-label={t('withdraw.of', { name })} onClick={() => setOpen(true)}>
        {t('withdraw.open')}
      </Button>
    )
  const isReady = reason.trim() !== ''
  return (
    <div className={style.slip}>
      <Form onSubmit={() => isReady && withdraw.mutate()} busy={withdraw.isPending} label={t('withdraw.of', { name })}>
        <Textarea
          label={t('withdraw.reason')}
          description={t('withdraw.reasonHelp')}
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Problem error={withdraw.error} />
        <Acts>
          <Button type="submit" color="red" loading={withdraw.isPending} disabled={!isReady}>
            {t('withdraw.act')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
        </Acts>
      </Form>
    </div>
  )
}
