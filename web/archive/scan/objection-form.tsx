import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'

/** 異議を記録する. */
export function ObjectionForm({ today }: { readonly today: string }) {
  const t = useWords('scan')
  const [patient, setPatient] = useState('')
  const [toldOn, setToldOn] = useState<string | undefined>(today)
  const [note, setNote] = useState('')
  const record = useChange(
    () => api.post('/archive/scan-objections', { patient: patient.trim(), toldOn, note: note.trim() }),
    () => t('objection.done'),
    () => {
      setPatient('')
      setNote('')
    },
  )
  const isReady = patient.trim() !== '' && toldOn !== undefined && note.trim() !== ''
  return (
    <Form onSubmit={() => isReady && record.mutate()} busy={record.isPending} label={t('objection.open')}>
      <TextInput
        label={t('fact.patient')}
        autoComplete="off"
        maxLength={64}
        value={patient}
        onChange={(event) => setPatient(event.currentTarget.value)}
      />
      <DayInput label={t('objection.toldOn')} value={toldOn} onChange={setToldOn} />
      <Textarea
        label={t('objection.note')}
        description={t('objection.noteHelp')}
        maxLength={1000}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Problem error={record.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={record.isPending} disabled={!isReady}>
          {t('objection.act')}
        </Button>
      </Acts>
    </Form>
  )
}
