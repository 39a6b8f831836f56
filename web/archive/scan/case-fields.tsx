import { NativeSelect, TextInput } from '@mantine/core'
import type { ScanDesk } from '#archive/contract'
import { useWords } from '../../app/i18n.ts'
import { MomentInput } from './moment-input.tsx'
import { asksDispensed, runningPlans, type ScanDraft } from './scan-draft.ts'

interface CaseFieldsProps {
  readonly desk: ScanDesk
  readonly draft: ScanDraft
  readonly onChange: (change: Partial<ScanDraft>) => void
}

/** What one case of scanning asks for and the others do not. */
export function CaseFields({ desk, draft, onChange }: CaseFieldsProps) {
  const t = useWords('scan')
  const running = runningPlans(desk)
  return (
    <>
      {draft.scanCase === 'past-paper' && (
        <NativeSelect
          label={t('fact.plan')}
          description={running.length === 0 ? t('plan.noneRuns') : undefined}
          value={draft.planId}
          onChange={(event) => onChange({ planId: event.currentTarget.value })}
        >
          <option value="">{t('choose')}</option>
          {running.map((one) => (
            <option key={one.planId} value={one.planId}>
              {one.title}
            </option>
          ))}
        </NativeSelect>
      )}
      {draft.scanCase === 'at-care' && (
        <MomentInput label={t('fact.paperAt')} today={desk.today} onChange={(paperAt) => onChange({ paperAt })} />
      )}
      {asksDispensed(draft) && (
        <MomentInput
          label={t('fact.dispensedAt')}
          today={desk.today}
          onChange={(dispensedAt) => onChange({ dispensedAt })}
        />
      )}
      {draft.scanCase === 'convenience' && (
        <TextInput
          label={t('fact.keptAt')}
          description={t('fact.keptAtHelp')}
          maxLength={200}
          value={draft.keptAt}
          onChange={(event) => onChange({ keptAt: event.currentTarget.value })}
        />
      )}
    </>
  )
}
