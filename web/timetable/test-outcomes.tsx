import { codeWords, type TestOutcome } from '#outbox/contract'
import { useBilingual, useWords } from '../app/i18n.ts'
import style from './timetable.module.css'

/** What the mail server answered to the test, for each address. */
export function TestOutcomes({ outcomes }: { readonly outcomes: readonly TestOutcome[] }) {
  const t = useWords('timetable')
  const say = useBilingual()
  if (outcomes.length === 0) return null
  return (
    <ul className={style.list} role="status">
      {outcomes.map(({ recipient, code, answer }) => (
        <li key={recipient} className={style.run}>
          <b>{recipient}</b>
          <span className={code ? style.wrong : undefined}>{code ? say(codeWords[code]) : t('test.sent')}</span>
          {answer && <code>{t('test.answer', { answer })}</code>}
        </li>
      ))}
    </ul>
  )
}
