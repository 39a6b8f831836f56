import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { daysBetween } from '#shared'
import { api } from '../app/api.ts'
import { useBilingual, useWords } from '../app/i18n.ts'
import { EraDate } from '../parts/day.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { GoButton } from '../parts/go.tsx'
import { PageHead } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { type Question, questionsQuery } from '../parts/questions.ts'
import { useRegistryDay } from './as-of.ts'
import { Answer } from './fields/flag-field.tsx'
import { LackMarks } from './lack-marks.tsx'
import { groupQuestions } from './practice-groups.ts'
import style from './practices.module.css'
import { type Registry, registryQuery, useRegistry } from './queries.ts'
import { validDays } from './standing.ts'

type Answers = Registry['practices']['answers']

/** 実施状況の答え — what the facility does and does not do; it decides which requirements apply at all. */
export function PracticesPage() {
  const t = useWords('registry')
  const { practices, may } = useRegistry()
  const { data } = useSuspenseQuery(questionsQuery)
  const { show, field } = useSearch({ strict: false })
  const { answers } = practices
  const open = data.facts.filter(({ key }) => answers[key] === undefined)
  const shown = show === 'open' ? data.facts.filter((each) => open.includes(each) || each.key === field) : data.facts
  const save = useSaveAnswers()
  useScrollTo(field)
  return (
    <>
      <PageHead
        title={t('practices.title')}
        lead={t('practices.lead', { all: data.facts.length, answered: data.facts.length - open.length })}
        basis={t('practices.basis')}
      >
        {show === 'open' ? (
          <GoButton href="/registry/practices">{t('practices.all')}</GoButton>
        ) : (
          open.length > 0 && (
            <GoButton href="/registry/practices?show=open">{t('practices.open', { count: open.length })}</GoButton>
          )
        )}
      </PageHead>
      <Problem error={save.error} />
      {shown.length === 0 && <EmptyState why={t('practices.done')} gain={t('practices.doneGain')} />}
      <fieldset className={style.all} disabled={!may.change}>
        {groupQuestions(shown).map(({ group, questions }) => (
          <section key={`${group} ${questions[0]?.key}`}>
            <h2>{t(`practices.${group}`)}</h2>
            {questions.map((question) => (
              <Asked
                key={question.key}
                question={question}
                answer={answers[question.key]}
                wanted={field === question.key}
                onAnswer={(answer) => save.mutate({ [question.key]: answer ?? null })}
              />
            ))}
          </section>
        ))}
      </fieldset>
    </>
  )
}

interface AskedProps {
  readonly question: Question
  readonly answer: Answers[string] | undefined
  readonly wanted: boolean
  readonly onAnswer: (answer: boolean | undefined) => void
}

function Asked({ question: { key, question }, answer, wanted, onAnswer }: AskedProps) {
  const say = useBilingual()
  const registry = useRegistry()
  const today = useRegistryDay()
  return (
    <div className={style.question} id={`field-${key}`} data-wanted={wanted || undefined}>
      <p>
        <span id={`question-${key}`}>{say(question)}</span>
        {answer && daysBetween(answer.confirmedOn, today) > validDays(registry) && (
          <small>
            <LackMarks lacks={['stale']} />
            <EraDate day={answer.confirmedOn} weekday={false} />
          </small>
        )}
      </p>
      <Answer name={key} labelledBy={`question-${key}`} value={answer?.answer} onChange={onAnswer} />
    </div>
  )
}

/** Only the answer that was given is sent: whoever answers other questions meanwhile loses nothing. */
function useSaveAnswers() {
  const queryClient = useQueryClient()
  const keep = (practices: Registry['practices']) =>
    queryClient.setQueryData(registryQuery.queryKey, (registry) => registry && { ...registry, practices })
  return useMutation({
    scope: { id: 'practices' },
    mutationFn: (answers: Readonly<Record<string, boolean | null>>) =>
      api.put<Registry['practices']>('/practices', { answers }),
    meta: { saves: true },
    onSuccess: keep,
  })
}

function useScrollTo(key: string | undefined): void {
  useEffect(() => {
    const row = key ? document.getElementById(`field-${key}`) : null
    const timer = setTimeout(() => {
      row?.scrollIntoView({ block: 'center' })
      row?.querySelector<HTMLElement>('input:checked, input')?.focus({ preventScroll: true })
    }, 60)
    return () => clearTimeout(timer)
  }, [key])
}
