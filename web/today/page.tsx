import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../app/i18n.ts'
import { useMay, useSession } from '../app/session.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { Go, GoButton } from '../parts/go.tsx'
import { PageHead } from '../parts/page.tsx'
import { Board } from './board.tsx'
import { type Today, todayQuery } from './queries.ts'
import { TaskList } from './task-list.tsx'
import style from './today.module.css'
import { isForToday } from './urgency.ts'
import { Verdict } from './verdict.tsx'

/** 今日 — how it stands, what to do now, and how we know: a sentence, at most five tasks, and the board. */
export function TodayPage() {
  const t = useWords('today')
  const { today } = useSession()
  const mayReport = useMay('report.read')
  const { data } = useSuspenseQuery(todayQuery)
  const now = data.tasks.filter((task) => isForToday(task, today))
  const later = data.tasks.filter((task) => !isForToday(task, today))
  const all = data.tasks.length
  if (!data.verdict)
    return (
      <>
        <Alarm said={data.quarantine} />
        <Alarm said={data.witnessAlarm} />
        <PageHead title={t('hidden.title')} lead={t('hidden.text')} />
        <TaskList title={t('tasks.yours')} note={t('tasks.count', { count: all })} tasks={data.tasks} from={1} />
      </>
    )
  return (
    <>
      <Alarm said={data.quarantine} />
      <Alarm said={data.alarm} />
      <Alarm said={data.witnessAlarm} />
      <Verdict sentence={data.verdict.sentence} board={data.board} />
      {mayReport && (
        <Go className={style.director} href="/assessment/director">
          {t('director')}
        </Go>
      )}
      {data.verdict.code === 'nothing-recorded' && <FirstStep />}
      <TaskList title={t('tasks.now')} note={t('tasks.of', { count: now.length, all })} tasks={now} from={1} urgent />
      <TaskList
        title={now.length > 0 ? t('tasks.later') : t('tasks.first')}
        note={t('tasks.of', { count: later.length, all })}
        tasks={later}
        from={now.length + 1}
      />
      {all === 0 && <EmptyState why={t('tasks.none')} gain={t('tasks.noneGain')} />}
      {data.more > 0 && (
        <Go className={style.rest} href="/assessment">
          {t('tasks.more', { count: data.more })}
        </Go>
      )}
      <Board lines={data.board} />
      <p className={style.honest}>{t('honest')}</p>
    </>
  )
}

/** While nothing is known, the ten questions are the quickest way to a first useful answer. */
function FirstStep() {
  const t = useWords('today')
  if (!useMay('registry.change')) return null
  return (
    <div className={style.first}>
      <EmptyState why={t('first.why')} gain={t('first.gain')}>
        <GoButton href="/welcome" variant="filled">
          {t('first.step')}
        </GoButton>
      </EmptyState>
    </div>
  )
}

/** Read-only, or a history that does not fit: said before everything else. */
function Alarm({ said }: { readonly said: Today['alarm'] }) {
  if (!said) return null
  return (
    <div className={style.alarm} role="alert">
      <p>{said.title}</p>
      <p>{said.detail}</p>
    </div>
  )
}
