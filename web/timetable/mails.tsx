import { codeWords, type MailView } from '#outbox/contract'
import { useBilingual, useWords } from '../app/i18n.ts'
import { Time } from '../parts/time.tsx'
import style from './timetable.module.css'

/** 発送の様子 — the newest mails, and what became of them. */
export function Mails({ mails }: { readonly mails: readonly MailView[] }) {
  const t = useWords('timetable')
  if (mails.length === 0) return null
  return (
    <details className={style.earlier} open={mails.some(({ state }) => state === 'failed')}>
      <summary>{t('mails.title', { count: mails.length })}</summary>
      <ul className={style.list}>
        {mails.map((mail) => (
          <Line key={mail.mailId} mail={mail} />
        ))}
      </ul>
    </details>
  )
}

function Line({ mail: { madeAt, subject, recipient, state, code, attempts, nextAt, answer } }: { mail: MailView }) {
  const t = useWords('timetable')
  const say = useBilingual()
  return (
    <li className={style.run}>
      <Time at={madeAt} />
      <b>{subject}</b>
      <span>{recipient}</span>
      <span className={state === 'failed' ? style.wrong : style.soft}>
        {t(`mails.${state}`, { attempts })}
        {code && ` ${say(codeWords[code])}`}
      </span>
      {nextAt && attempts > 0 && (
        <span className={style.soft}>
          {t('mails.next')} <Time at={nextAt} />
        </span>
      )}
      {state !== 'sent' && answer && <code>{t('test.answer', { answer })}</code>}
    </li>
  )
}
