import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'

/** 監査して終える — by whom from outside, with which qualification, and what came out. */
export function EndPlanForm({ planId, today }: { readonly planId: string; readonly today: string }) {
  const t = useWords('scan')
  const [auditedOn, setAuditedOn] = useState<string | undefined>(today)
  const [audit, setAudit] = useState('')
  const end = useChange(
    () => api.post(`/archive/past-paper-plans/${encodeURIComponent(planId)}/end`, { auditedOn, audit: audit.trim() }),
    () => t('end.done'),
  )
  const isReady = auditedOn !== undefined && audit.trim() !== ''
  return (
    <Form onSubmit={() => isReady && end.mutate()} busy={end.isPending} label={t('end.open')}>
      <DayInput label={t('end.auditedOn')} value={auditedOn} onChange={setAuditedOn} />
      <Textarea
        label={t('end.audit')}
        description={t('end.auditHelp')}
        maxLength={1000}
        autosize
        minRows={2}
        value={audit}
        onChange={(event) => setAudit(event.currentTarget.value)}
      />
      <Problem error={end.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={end.isPending} disabled={!isReady}>
          {t('end.act')}
        </Button>
      </Acts>
    </Form>
  )
}
