import { type DirectorPageView, sayNumber } from '#assessment/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { dayText } from '../../parts/day.tsx'
import { Go } from '../../parts/go.tsx'
import { Section } from '../../parts/page.tsx'
import { yenText } from '../plan/yen.ts'
import style from './director.module.css'

interface Decision {
  readonly key: string
  readonly sentence: string
  readonly go: string
  readonly href: string
}

/** 決めること — what waits for the director, each with the way to the place where it is decided. */
export function Decisions({ page }: { readonly page: DirectorPageView }) {
  const t = useWords('director')
  const decisions = useDecisions(page)
  return (
    <Section title={t('decide')}>
      {decisions.length === 0 ? (
        <p>{t('decide.none')}</p>
      ) : (
        <ul className={style.decide}>
          {decisions.map(({ key, sentence, go, href }) => (
            <li key={key}>
              <span>{sentence}</span>
              <Go href={href}>{go}</Go>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function useDecisions({ decide }: DirectorPageView): readonly Decision[] {
  const t = useWords('director')
  const language = useLanguage()
  const { tasks, cost, snapshot, snapshotDue, exemptions, checklist } = decide
  const { title, rows, contradicted, overdue, unanswered } = checklist
  const snapshots = '/assessment/snapshots'
  const due = snapshotDue.on && dayText(snapshotDue.on, language, false)
  const paid = { sentence: t('decide.tasks', { count: tasks, yen: yenText(cost, language) }), go: t('decide.tasks.go') }
  const ofChecklist = (key: 'contradicted' | 'overdue' | 'unanswered', count: number) => ({
    ...{ key, go: t('decide.checklist.go'), href: '/assessment/checklist' },
    sentence: t(`decide.${key}`, { title, count, all: rows }),
  })
  return [
    ...(tasks > 0 ? [{ key: 'tasks', href: '/assessment/director#money', ...paid }] : []),
    ...(snapshot
      ? [
          {
            ...{ key: 'snapshot', go: t('decide.snapshot.go'), href: snapshots },
            sentence: t('decide.snapshot', { number: sayNumber(snapshot, language) }),
          },
        ]
      : []),
    ...exemptions.map(({ requirementId, title: named }) => ({
      ...{ key: `exemption ${requirementId}`, go: t('decide.exemption.go') },
      ...{
        href: `/assessment/${encodeURIComponent(requirementId)}`,
        sentence: t('decide.exemption', { title: named }),
      },
    })),
    ...(snapshotDue.overdue
      ? [
          {
            ...{ key: 'due', go: t('decide.take.go'), href: snapshots },
            sentence: due === undefined ? t('decide.first') : t('decide.due', { day: due }),
          },
        ]
      : []),
    ...(contradicted > 0 ? [ofChecklist('contradicted', contradicted)] : []),
    ...(overdue > 0 ? [ofChecklist('overdue', overdue)] : []),
    ...(unanswered > 0 ? [ofChecklist('unanswered', unanswered)] : []),
  ]
}
