import { NativeSelect } from '@mantine/core'
import type { ScanDesk } from '#archive/contract'
import { dayOf, timeOf } from '#shared'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { dayText } from '../../parts/day.tsx'

interface ArrivedSelectProps {
  readonly intake: NonNullable<ScanDesk['intake']>
  readonly value: string
  readonly onChange: (name: string) => void
}

/** 届いたファイル — what the copier wrote, oldest first. */
export function ArrivedSelect({ intake: { there, files }, value, onChange }: ArrivedSelectProps) {
  const t = useWords('scan')
  const language = useLanguage()
  const help = there ? t('arrived.help', { count: files.length }) : t('arrived.away')
  return (
    <NativeSelect
      label={t('arrived.label')}
      description={help}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{t('arrived.none')}</option>
      {files.map(({ name, arrivedAt }) => (
        <option key={name} value={name}>
          {`${name}（${dayText(dayOf(arrivedAt), language, false)} ${timeOf(arrivedAt).slice(0, 5)}）`}
        </option>
      ))}
    </NativeSelect>
  )
}
