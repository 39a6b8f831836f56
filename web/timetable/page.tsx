import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../app/i18n.ts'
import { useMay } from '../app/session.ts'
import { PageHead } from '../parts/page.tsx'
import { Jobs } from './jobs.tsx'
import { Mail } from './mail.tsx'
import { timetableQuery } from './queries.ts'

/** 定期処理とメール — what runs by itself, and who hears of it when something is wrong. */
export function TimetablePage() {
  const t = useWords('timetable')
  const mayReadMail = useMay('mail.read')
  const { data } = useSuspenseQuery(timetableQuery)
  const isLate = data.jobs.some(({ overdue }) => overdue)
  const isFine = data.jobs.every(({ last }) => last === undefined || last.state === 'ok' || last.state === 'running')
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t(isLate ? 'lead.overdue' : isFine ? 'lead.fine' : 'lead.look')}
        basis={t('basis')}
      />
      <Jobs view={data} />
      {mayReadMail && <Mail />}
    </>
  )
}
