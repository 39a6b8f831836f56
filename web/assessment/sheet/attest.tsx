import { Button, FileInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { addDays, type Day } from '#shared'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { useSession } from '../../app/session.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'
import style from './attest.module.css'
import { useIssueAt } from './use-issue-at.ts'

export const ATTEST_FORM = 'attest'
// The usual length of a person's word; the server says how long one may count at most.
const VALID_DAYS = 365

interface AttestProps {
  readonly requirementId: string
  /** Whether the requirement waits for exactly this: then the form lies open. */
  readonly isWaiting: boolean
}

/** 申告する — a sentence, the day somebody looked, how long it counts, and a file that shows it. */
export function Attest({ requirementId, isWaiting }: AttestProps) {
  const t = useWords('assessment')
  const [isOpen, setOpen] = useState(isWaiting)
  return (
    <div id={ATTEST_FORM} className={style.attest}>
      {isOpen ? (
        <AttestForm requirementId={requirementId} onDone={() => setOpen(false)} />
      ) : (
        <Button onClick={() => setOpen(true)}>{t('attest.open')}</Button>
      )}
    </div>
  )
}

function AttestForm({ requirementId, onDone }: { readonly requirementId: string; readonly onDone: () => void }) {
  const t = useWords('assessment')
  const { today } = useSession()
  const [statement, setStatement] = useState('')
  const [attestedOn, setAttestedOn] = useState<Day | undefined>(today)
  const [validUntil, setValidUntil] = useState<Day | undefined>(addDays(today, VALID_DAYS))
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState(false)
  const attest = useChange(
    (form: FormData) => api.post(`/requirements/${encodeURIComponent(requirementId)}/attestations`, form),
    t('attest.done'),
  )
  const issueAt = useIssueAt(attest.error)
  const lacksWords = statement.trim() === ''
  const submit = () => {
    setTried(true)
    if (!lacksWords) attest.mutate(formOf({ statement, attestedOn, validUntil, file }), { onSuccess: onDone })
  }
  return (
    <Form label={t('attest')} onSubmit={submit} busy={attest.isPending}>
      <h3>{t('attest')}</h3>
      <Textarea
        label={t('attest.statement')}
        description={t('attest.statementExample')}
        minRows={2}
        value={statement}
        error={tried && lacksWords ? t('attest.statementMissing') : issueAt('statement')}
        onChange={(event) => setStatement(event.currentTarget.value)}
      />
      <div className={style.days}>
        <DayInput label={t('attest.on')} value={attestedOn} error={issueAt('attestedOn')} onChange={setAttestedOn} />
        <DayInput label={t('attest.until')} value={validUntil} error={issueAt('validUntil')} onChange={setValidUntil} />
      </div>
      <FileInput
        label={t('attest.file')}
        description={t('attest.fileWhat')}
        placeholder={t('attest.fileChoose')}
        clearable
        clearButtonProps={{ 'aria-label': t('attest.fileRemove') }}
        value={file}
        error={issueAt('proof')}
        onChange={setFile}
      />
      <Problem error={attest.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={attest.isPending}>
          {t('attest.send')}
        </Button>
        <Button onClick={onDone}>{t('close')}</Button>
      </Acts>
    </Form>
  )
}

interface Said {
  readonly statement: string
  readonly attestedOn: Day | undefined
  readonly validUntil: Day | undefined
  readonly file: File | null
}

function formOf({ statement, attestedOn, validUntil, file }: Said): FormData {
  const form = new FormData()
  form.set('statement', statement.trim())
  if (attestedOn) form.set('attestedOn', attestedOn)
  if (validUntil) form.set('validUntil', validUntil)
  if (file) form.set('proof', file)
  return form
}
