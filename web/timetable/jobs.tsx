import { Button } from '@mantine/core'
import { hourWords, type JobView, jobWords, type RunView, runWords, type TimetableView } from '#timetable/contract'
import { api } from '../app/api.ts'
import { useBilingual, useWords } from '../app/i18n.ts'
import { useMay } from '../app/session.ts'
import { Section } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Time } from '../parts/time.tsx'
import { useChange } from '../parts/use-change.ts'
import style from './timetable.module.css'

/** 定期処理 — each job with when it ran, how it went, and when it comes next. */
export function Jobs({ view: { jobs, runs } }: { readonly view: TimetableView }) {
  const t = useWords('timetable')
  const say = useBilingual()
  return (
    <Section title={t('jobs.title')}>
      <ul className={style.list}>
        {jobs.map((job) => (
          <Job key={job.name} job={job} />
        ))}
      </ul>
      {runs.length > 1 && (
        <details className={style.earlier}>
          <summary>{t('jobs.earlier')}</summary>
          <ul className={style.list}>
            {runs.map((run) => (
              <li key={`${run.job} ${run.dueAt}`} className={style.run}>
                <Time at={run.startedAt} />
                <span>{say(jobWords[run.job])}</span>
                <Outcome run={run} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

function Job({ job: { name, nextAt, last, overdue } }: { readonly job: JobView }) {
  const t = useWords('timetable')
  const say = useBilingual()
  const mayRun = useMay('timetable.run')
  const run = useChange(
    () => api.post<RunView>(`/timetable/${name}/runs`),
    ({ state }) => say(runWords[state]),
  )
  return (
    <li className={style.one}>
      <b>{say(jobWords[name])}</b>
      <span className={style.soft}>{say(hourWords[name])}</span>
      <dl>
        <dt>{t('jobs.last')}</dt>
        <dd>{last ? <Time at={last.startedAt} /> : t('jobs.never')}</dd>
        {last && <dt>{t('jobs.outcome')}</dt>}
        {last && (
          <dd>
            <Outcome run={last} />
          </dd>
        )}
        <dt>{t('jobs.next')}</dt>
        <dd>
          <Time at={nextAt} />
        </dd>
      </dl>
      {overdue && (
        <p className={style.wrong} role="alert">
          {t('jobs.overdue')}
        </p>
      )}
      {mayRun && (
        <Button loading={run.isPending} onClick={() => run.mutate()}>
          {t('jobs.run')}
        </Button>
      )}
      <Problem error={run.error} />
    </li>
  )
}

function Outcome({ run: { state, code, asked } }: { readonly run: RunView }) {
  const t = useWords('timetable')
  const say = useBilingual()
  const isWrong = state === 'found' || state === 'failed' || state === 'died'
  return (
    <span className={isWrong ? style.wrong : undefined}>
      {say(runWords[state])}
      {code === 'read-only' && t('jobs.readOnly')}
      {asked && t('jobs.asked')}
    </span>
  )
}
