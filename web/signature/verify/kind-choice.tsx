import { NativeSelect } from '@mantine/core'
import type { NamedDocumentKind } from '#signature/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import style from './verify.module.css'

interface KindChoiceProps {
  readonly kinds: readonly NamedDocumentKind[]
  readonly kind: string
  readonly onChange: (kind: string) => void
}

/** 文書の種類 — with the licences it needs, the law that says so, and whether we read that law. */
export function KindChoice({ kinds, kind, onChange }: KindChoiceProps) {
  const t = useWords('verify')
  const language = useLanguage()
  const chosen = kinds.find((one) => one.kind === kind)
  const named = ({ kind: id, japanese }: NamedDocumentKind) => (language === 'ja' ? japanese : id.replaceAll('-', ' '))
  return (
    <div className={style.kind}>
      <NativeSelect
        label={t('kind.label')}
        description={t('kind.help')}
        value={kind}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[{ value: '', label: t('kind.none') }, ...kinds.map((one) => ({ value: one.kind, label: named(one) }))]}
      />
      {chosen && (
        <p className={style.law}>
          {t('kind.needs', {
            needs: chosen.needs
              .map((oneOf) => oneOf.map((role) => role[language]).join(t('kind.or')))
              .join(t('kind.and')),
            law: chosen.law,
            mark: t(`mark.${chosen.mark}`),
          })}
        </p>
      )}
    </div>
  )
}
