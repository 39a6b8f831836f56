import { NativeSelect } from '@mantine/core'
import type { ScanDesk } from '#archive/contract'
import { useBilingual, useWords } from '../../app/i18n.ts'

interface KindSelectProps {
  readonly kinds: ScanDesk['kinds']
  readonly value: string
  readonly onChange: (kind: string) => void
  readonly description?: string
}

/** 文書の種類. */
export function KindSelect({ kinds, value, onChange, description }: KindSelectProps) {
  const t = useWords('scan')
  const say = useBilingual()
  return (
    <NativeSelect
      label={t('fact.kind')}
      description={description}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{t('choose')}</option>
      {kinds.map((one) => (
        <option key={one.kind} value={one.kind}>
          {say(one)}
        </option>
      ))}
    </NativeSelect>
  )
}
