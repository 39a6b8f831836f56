import { Button, FileInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ArchiveGround } from '#archive/contract'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'
import { documentForm } from './document-form.ts'
import { ForWhom } from './for-whom.tsx'

interface CorrectFormProps {
  readonly documentId: string
  readonly ground: ArchiveGround
}

/** 訂正する — a new version beside the confirmed one, with its reason. */
export function CorrectForm({ documentId, ground: { colleagues } }: CorrectFormProps) {
  const t = useWords('archive')
  const [file, setFile] = useState<File | null>(null)
  const [reason, setReason] = useState('')
  const [enteredFor, setEnteredFor] = useState('')
  const isReady = file !== null && reason.trim() !== ''
  const facts = { reason: reason.trim(), enteredFor: enteredFor || undefined }
  const correct = useChange(
    () => api.post(`/archive/documents/${encodeURIComponent(documentId)}/versions`, file && documentForm(facts, file)),
    t('correct.done'),
    () => {
      setFile(null)
      setReason('')
    },
  )
  return (
    <Form onSubmit={() => isReady && correct.mutate()} busy={correct.isPending} label={t('correct.title')}>
      <FileInput label={t('fact.file')} placeholder={t('register.choose')} value={file} onChange={setFile} />
      <Textarea
        label={t('correct.reason')}
        description={t('correct.reasonHelp')}
        maxLength={1000}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ForWhom colleagues={colleagues} value={enteredFor} onChange={setEnteredFor} />
      <Problem error={correct.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={correct.isPending} disabled={!isReady}>
          {t('correct.act')}
        </Button>
      </Acts>
    </Form>
  )
}
