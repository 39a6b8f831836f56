import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { useMay } from '../../app/session.ts'
import { ReasonForm } from './reason-form.tsx'

/** 保留を解く — for those who may, and with a reason. */
export function LiftForm({ holdId, name }: { readonly holdId: string; readonly name: string }) {
  const t = useWords('destruction')
  const mayLift = useMay('retention.rule')
  const [open, setOpen] = useState(false)
  if (!mayLift) return null
  if (!open)
    return (
      <Button size="compact-sm" aria-label={t('lift.of', { name })} onClick={() => setOpen(true)}>
        {t('lift.open')}
      </Button>
    )
  return (
    <ReasonForm
      label={t('lift.of', { name })}
      act={t('lift.open')}
      done={t('lift.done')}
      send={(reason) => api.post(`/retention/holds/${holdId}/lift`, { reason })}
      onEnd={() => setOpen(false)}
    />
  )
}
