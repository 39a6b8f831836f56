import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { checkResults, mediumSteps } from '#archive/contract'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'

interface StepFormProps {
  readonly mediumId: string
  readonly label: string
  readonly today: string
}

/** 点検・授受・複写・廃棄を記録する. */
export function StepForm({ mediumId, label, today }: StepFormProps) {
  const t = useWords('medium')
  const [step, setStep] = useState<(typeof mediumSteps)[number]>('checked')
  const [onDay, setOnDay] = useState<string | undefined>(today)
  const [result, setResult] = useState('')
  const [place, setPlace] = useState('')
  const [note, setNote] = useState('')
  const isCheck = step === 'checked'
  const moves = step === 'moved' || step === 'handed-over' || step === 'received'
  const record = useChange(
    () =>
      api.post(`/archive/media/${encodeURIComponent(mediumId)}/steps`, {
        ...{ step, onDay, note: note.trim() },
        ...(isCheck && { result }),
        ...(moves && { place: place.trim() }),
      }),
    () => t('note.done'),
    () => setNote(''),
  )
  const isReady =
    onDay !== undefined && note.trim() !== '' && (!isCheck || result !== '') && (!moves || place.trim() !== '')
  return (
    <Form onSubmit={() => isReady && record.mutate()} busy={record.isPending} label={t('note.label', { label })}>
      <NativeSelect
        label={t('note.step')}
        value={step}
        onChange={(event) => setStep(mediumSteps.find((one) => one === event.currentTarget.value) ?? 'checked')}
      >
        {mediumSteps.map((one) => (
          <option key={one} value={one}>
            {t(`step.${one}`)}
          </option>
        ))}
      </NativeSelect>
      <DayInput label={t('note.onDay')} value={onDay} onChange={setOnDay} />
      {isCheck && (
        <NativeSelect
          label={t('note.result')}
          value={result}
          onChange={(event) => setResult(event.currentTarget.value)}
        >
          <option value="">{t('choose')}</option>
          {checkResults.map((one) => (
            <option key={one} value={one}>
              {t(`result.${one}`)}
            </option>
          ))}
        </NativeSelect>
      )}
      {moves && (
        <TextInput
          label={t('note.place')}
          maxLength={200}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t('note.note')}
        description={t(`step.${step}.help`)}
        maxLength={1000}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Problem error={record.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={record.isPending} disabled={!isReady}>
          {t('note.act')}
        </Button>
      </Acts>
    </Form>
  )
}
