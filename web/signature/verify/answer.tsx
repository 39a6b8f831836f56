import type { FileSummary, SignatureSummary } from '#signature/contract'
import { useWords } from '../../app/i18n.ts'
import { VerdictMark } from './verdict-mark.tsx'
import style from './verify.module.css'

type Said = Pick<FileSummary | SignatureSummary, 'verdict' | 'headline' | 'licensed' | 'why' | 'next'>

/** The answer in a sentence, the licence beside it, why, and what to do. */
export function Answer({ summary, level }: { readonly summary: Said; readonly level: 3 | 4 }) {
  const t = useWords('verify')
  const { verdict, headline, licensed, why, next } = summary
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <div className={style.answer}>
      <VerdictMark verdict={verdict} of="state" />
      <Heading>{headline}</Heading>
      {licensed && (
        <p className={style.licensed}>
          <VerdictMark verdict={licensed.verdict} of="licence" />
          {licensed.headline}
        </p>
      )}
      {why && <p>{why}</p>}
      {next.length > 0 && (
        <div className={style.next}>
          <b>{t('next')}</b>
          {next.map((step) => (
            <p key={step}>{step}</p>
          ))}
        </div>
      )}
    </div>
  )
}
