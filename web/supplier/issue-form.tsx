import { Button } from '@mantine/core'
import { useState } from 'react'
import type { SheetSummary } from '#supplier/contract'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { DayInput } from '../parts/day.tsx'
import { Acts, Form } from '../parts/form.tsx'
import { useGo } from '../parts/go.tsx'
import { Problem } from '../parts/problem.tsx'
import { useChange } from '../parts/use-change.ts'
import style from './supplier.module.css'

interface IssueFormProps {
  readonly supplierId: string
  readonly usualDueOn: string
  /** Whether an open sheet is closed by it. */
  readonly replaces: boolean
  readonly onDone: () => void
}

/** 質問票を出す — until when; the questions are what nobody knows now. */
export function IssueForm({ supplierId, usualDueOn, replaces, onDone }: IssueFormProps) {
  const t = useWords('supplier')
  const go = useGo()
  const [dueOn, setDueOn] = useState<string | undefined>(usualDueOn)
  const issue = useChange(
    () => api.post<SheetSummary>('/question-sheets', { supplierId, dueOn }),
    ({ number }) => t('issue.done', { number }),
    ({ sheetId }) => go(`/suppliers/${sheetId}`),
  )
  return (
    <div className={style.slip}>
      <Form onSubmit={() => issue.mutate()} busy={issue.isPending}>
        {replaces && <p>{t('issue.replaces')}</p>}
        <DayInput label={t('issue.dueOn')} value={dueOn} onChange={setDueOn} />
        <Problem error={issue.error} />
        <Acts>
          <Button type="submit" variant="filled" loading={issue.isPending} disabled={dueOn === undefined}>
            {t('issue.act')}
          </Button>
          <Button onClick={onDone}>{t('cancel')}</Button>
        </Acts>
      </Form>
    </div>
  )
}
