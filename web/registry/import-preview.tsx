import { type ImportChange, type ImportPreview, itemKinds, sayField } from '#registry/contract'
import { type Language, useBilingual, useLanguage, useWords } from '../app/i18n.ts'
import { kindOf } from './kind-groups.ts'
import type { Entry } from './queries.ts'
import style from './transfer.module.css'

const parts = ['added', 'changed', 'missing'] as const

export const isNothingNew = (preview: ImportPreview) => parts.every((part) => preview[part].length === 0)

/** 下見 — what the file would add, change and take away, by name. */
export function ImportPreviewTable({ preview }: { readonly preview: ImportPreview }) {
  const t = useWords('registry')
  if (isNothingNew(preview)) return <p role="status">{t('import.same', { count: preview.unchanged })}</p>
  return (
    <div role="status">
      <p>
        {t('import.summary', {
          added: preview.added.length,
          changed: preview.changed.length,
          missing: preview.missing.length,
          unchanged: preview.unchanged,
        })}
      </p>
      {parts.map((part) => preview[part].length > 0 && <Part key={part} part={part} changes={preview[part]} />)}
    </div>
  )
}

interface PartProps {
  readonly part: (typeof parts)[number]
  readonly changes: readonly ImportChange[]
}

function Part({ part, changes }: PartProps) {
  const t = useWords('registry')
  const say = useBilingual()
  const language = useLanguage()
  const kindText = (kind: string) =>
    Object.hasOwn(itemKinds, kind) ? say(kindOf(kind as Entry['kind']).words) : t('practices.title')
  return (
    <section className={style.part} data-part={part}>
      <h3>{t(`import.${part}`, { count: changes.length })}</h3>
      <ul>
        {changes.map((each) => (
          <li key={`${each.kind}/${each.id}`}>
            <span>{kindText(each.kind)}</span> {each.name || each.id}
            {each.fields && <small>{fieldsText(each, language)}</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function fieldsText({ kind, fields = [] }: ImportChange, language: Language): string {
  return fields.map((field) => sayField(kind, field, language)).join(language === 'ja' ? '、' : ', ')
}
