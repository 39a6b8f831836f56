import { NativeSelect } from '@mantine/core'
import type { ArchiveGround } from '#archive/contract'
import { useWords } from '../../app/i18n.ts'

interface ForWhomProps {
  readonly colleagues: ArchiveGround['colleagues']
  readonly value: string
  readonly onChange: (accountId: string) => void
}

/** 代行入力 — for whom this is entered; usually for nobody else. */
export function ForWhom({ colleagues, value, onChange }: ForWhomProps) {
  const t = useWords('archive')
  return (
    <NativeSelect
      label={t('fact.enteredFor')}
      description={t('register.forHelp')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{t('register.forMyself')}</option>
      {colleagues.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </NativeSelect>
  )
}
