import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { addDays, type Day } from '#shared'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { useSession } from '../../app/session.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'
import { useIssueAt } from './use-issue-at.ts'

// What does not apply this year may apply the next.
const REVIEW_DAYS = 365

/** Why the requirement does not apply here, and the day on which to look again. */
export function ProposeForm({
  requirementId,
  onDone,
}: {
  readonly requirementId: string
  readonly onDone: () => void
}) {
  const t = useWords('assessment')
  const { today } = useSession()
  const [reason, setReason] = useState('')
  const [reviewOn, setReviewOn] = useState<Day | undefined>(addDays(today, REVIEW_DAYS))
  const [tried, setTried] = useState(false)
  const propose = useChange(
    (body: { readonly reason: string; readonly reviewOn: Day }) =>
      api.post(`/requirements/${encodeURIComponent(requirementId)}/exemptions`, body),
    t('exemption.proposed'),
  )
  const issueAt = useIssueAt(propose.error)
  const lacksReason = reason.trim() === ''
  const submit = () => {
    setTried(true)
    if (!lacksReason && reviewOn) propose.mutate({ reason: reason.trim(), reviewOn }, { onSuccess: onDone })
  }
  return (
    <Form label={t('exemption.propose')} onSubmit={submit} busy={propose.isPending}>
      <h3>{t('exemption.propose')}</h3>
      <Textarea
        label={t('exemption.reason')}
        description={t('exemption.reasonExample')}
        minRows={2}
        value={reason}
        error={tried && lacksReason ? t('exemption.reasonMissing') : issueAt('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <DayInput
        label={t('exemption.review')}
        value={reviewOn}
        error={tried && !reviewOn ? t('exemption.reviewMissing') : issueAt('reviewOn')}
        onChange={setReviewOn}
      />
      <Problem error={propose.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={propose.isPending}>
          {t('exemption.send')}
        </Button>
        <Button onClick={onDone}>{t('close')}</Button>
      </Acts>
    </Form>
  )
}
