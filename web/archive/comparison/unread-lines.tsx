import { type ComparisonView, unreadLine } from '#archive/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import style from './comparison.module.css'

/** 比べられなかったところ — said before anything else: what was not read may differ. */
export function UnreadLines({ compared: { before, after, unread } }: { readonly compared: ComparisonView }) {
  const t = useWords('archive')
  const language = useLanguage()
  const lines = [
    ...unread.before.map((one) => ({ version: before, line: unreadLine(one, language) })),
    ...unread.after.map((one) => ({ version: after, line: unreadLine(one, language) })),
  ]
  if (lines.length === 0) return null
  return (
    <div className={style.unread}>
      <p>{t('compare.unread')}</p>
      <ul>
        {lines.map(({ version, line }) => (
          <li key={`${version} ${line}`}>
            {t('version.title', { version })}: {line}
          </li>
        ))}
      </ul>
    </div>
  )
}
