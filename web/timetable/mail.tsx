import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { alarmWords, type OutboxView, type TestOutcome } from '#outbox/contract'
import { api } from '../app/api.ts'
import { useBilingual, useWords } from '../app/i18n.ts'
import { useMay } from '../app/session.ts'
import { Section } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Time } from '../parts/time.tsx'
import { useChange } from '../parts/use-change.ts'
import { Mails } from './mails.tsx'
import { mailQuery } from './queries.ts'
import { ServerForm } from './server-form.tsx'
import { TestOutcomes } from './test-outcomes.tsx'
import style from './timetable.module.css'

/** 警報を知らせるメール — who hears of an alarm, through which server, and whether it arrived. */
export function Mail() {
  const t = useWords('timetable')
  const mayManage = useMay('mail.manage')
  const { data } = useSuspenseQuery(mailQuery)
  return (
    <Section title={t('mail.title')}>
      {data.server ? <Server server={data.server} /> : <p className={style.wrong}>{t('mail.none')}</p>}
      <Alarms view={data} />
      {mayManage && <Acts view={data} />}
      <Mails mails={data.mails} hasServer={data.server !== undefined} />
    </Section>
  )
}

function Server({ server }: { readonly server: NonNullable<OutboxView['server']> }) {
  const t = useWords('timetable')
  const { host, port, tls, sender, recipients } = server
  return (
    <dl className={style.facts}>
      <dt>{t('mail.to')}</dt>
      <dd>{recipients.join('、')}</dd>
      <dt>{t('mail.server')}</dt>
      <dd>
        {host}:{port}（{t(`tls.${tls}`)}）
      </dd>
      <dt>{t('mail.sender')}</dt>
      <dd>{sender}</dd>
    </dl>
  )
}

const toldWords = { somebody: 'alarms.told', 'nobody-yet': 'alarms.trying', nobody: 'alarms.lost' } as const

function Alarms({ view: { alarms, server } }: { readonly view: OutboxView }) {
  const t = useWords('timetable')
  const say = useBilingual()
  if (alarms.length === 0) return <p>{t('alarms.none')}</p>
  return (
    <ul className={style.list}>
      {alarms.map(({ kind, since, told, reached }) => (
        <li key={kind} className={style.run}>
          <b className={style.wrong}>{say(alarmWords[kind])}</b>
          <span>
            <Time at={since} />
            {t('alarms.since')}
          </span>
          <span className={reached === 'nobody' ? style.wrong : style.soft}>
            {t(told ? toldWords[reached ?? 'somebody'] : server ? 'alarms.soon' : 'alarms.untold')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Acts({ view: { server } }: { readonly view: OutboxView }) {
  const t = useWords('timetable')
  const [outcomes, setOutcomes] = useState<readonly TestOutcome[]>([])
  const test = useChange(
    () => api.post<{ readonly outcomes: readonly TestOutcome[] }>('/mail/test'),
    () => undefined,
    (answer) => setOutcomes(answer.outcomes),
  )
  return (
    <>
      <div className={style.acts}>
        {server && (
          <Button variant="filled" loading={test.isPending} onClick={() => test.mutate()}>
            {t('test.act')}
          </Button>
        )}
        <ServerForm key={server?.changedAt} server={server} />
        {server && <Drop />}
      </div>
      <p role="status">{test.isPending && t('test.running')}</p>
      <Problem error={test.error} />
      <TestOutcomes outcomes={outcomes} />
    </>
  )
}

/** The password would have to be entered again, so it asks once. */
function Drop() {
  const t = useWords('timetable')
  const [asked, setAsked] = useState(false)
  const drop = useChange(
    () => api.remove('/mail/server'),
    () => t('drop.done'),
  )
  return (
    <>
      <Button
        color={asked ? 'red' : undefined}
        loading={drop.isPending}
        onClick={() => (asked ? drop.mutate() : setAsked(true))}
      >
        {t(asked ? 'drop.sure' : 'drop.act')}
      </Button>
      {asked && <Button onClick={() => setAsked(false)}>{t('cancel')}</Button>}
      <Problem error={drop.error} />
    </>
  )
}
