import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'

/** 取り下げる — asks for the reason only once somebody means it. */
export function WithdrawForm({ path }: { readonly path: string }) {
  const t = useWords('archive')
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const withdraw = useChange(() => api.post(`${path}/withdrawal`, { reason: reason.trim() }), t('withdraw.done'))
  if (!isOpen)
    return (
      <Acts>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('withdraw.open')}
        </Button>
      </Acts>
    )
  const isReady = reason.trim() !== ''
  return (
    <Form onSubmit={() => isReady && withdraw.mutate()} busy={withdraw.isPending} label={t('withdraw.open')}>
      <TextInput
        label={t('withdraw.reason')}
        description={t('withdraw.note')}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Problem error={withdraw.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={withdraw.isPending} disabled={!isReady}>
          {t('withdraw.act')}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {t('withdraw.cancel')}
        </Button>
      </Acts>
    </Form>
  )
}
