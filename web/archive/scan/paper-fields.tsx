import { NumberInput, TextInput } from '@mantine/core'
import { useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import type { ScanDraft } from './scan-draft.ts'

interface PaperFieldsProps {
  readonly draft: ScanDraft
  readonly onChange: (change: Partial<ScanDraft>) => void
}

/** What every paper has: its pages, its title, whose it is, and its day. */
export function PaperFields({ draft, onChange }: PaperFieldsProps) {
  const t = useWords('scan')
  return (
    <>
      <NumberInput
        label={t('fact.pages')}
        description={t('fact.pagesHelp')}
        min={1}
        max={500}
        allowDecimal={false}
        value={draft.declaredPages ?? ''}
        onChange={(value) => onChange({ declaredPages: typeof value === 'number' ? value : undefined })}
      />
      <TextInput
        label={t('fact.title')}
        maxLength={200}
        value={draft.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <TextInput
        label={t('fact.patient')}
        description={draft.scanCase === 'past-paper' ? t('fact.patientNeeded') : t('fact.patientHelp')}
        autoComplete="off"
        maxLength={64}
        value={draft.patient}
        onChange={(event) => onChange({ patient: event.currentTarget.value })}
      />
      <DayInput label={t('fact.writtenOn')} value={draft.writtenOn} onChange={(writtenOn) => onChange({ writtenOn })} />
    </>
  )
}
