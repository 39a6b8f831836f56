import { Button } from '@mantine/core'
import { codeWords, type MailView, type TestOutcome } from '#outbox/contract'
import { api } from '../app/api.ts'
import { useBilingual, useWords } from '../app/i18n.ts'
import { useMay } from '../app/session.ts'
import { Problem } from '../parts/problem.tsx'
import { Time } from '../parts/time.tsx'
import { useChange } from '../parts/use-change.ts'
import style from './timetable.module.css'

/** 発送の様子 — the newest mails, and what became of them. */
export function Mails({ mails, hasServer }: { readonly mails: readonly MailView[]; readonly hasServer: boolean }) {
  const t = useWords('timetable')
  const mayManage = useMay('mail.manage')
  if (mails.length === 0) return null
  return (
    <details className={style.earlier} open={mails.some(({ state }) => state === 'failed')}>
      <summary>{t('mails.title', { count: mails.length })}</summary>
      <ul className={style.list}>
        {mails.map((mail) => (
          <Line key={mail.mailId} mail={mail} mayGoAgain={mail.canGoAgain && hasServer && mayManage} />
        ))}
      </ul>
    </details>
  )
}

function Line({ mail, mayGoAgain }: { readonly mail: MailView; readonly mayGoAgain: boolean }) {
  const { mailId, madeAt, subject, recipient, state, code, attempts, nextAt, answer } = mail
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
      {mayGoAgain && <Again mailId={mailId} />}
    </li>
  )
}

/** もう一度送る — one mail, at once; what the server says to it is told, and stands in its line. */
function Again({ mailId }: { readonly mailId: string }) {
  const t = useWords('timetable')
  const say = useBilingual()
  const again = useChange(
    () => api.post<{ readonly outcomes: readonly TestOutcome[] }>(`/mail/${mailId}/again`),
    ({ outcomes: [outcome] }) => outcome && (outcome.code ? say(codeWords[outcome.code]) : t('test.sent')),
  )
  return (
    <div className={style.again}>
      <Button loading={again.isPending} onClick={() => again.mutate()}>
        {t('mails.again')}
      </Button>
      <Problem error={again.error} />
    </div>
  )
}
