import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { TaskPageView } from '#assessment/contract'
import type { Day } from '#shared'
import { outcomes } from '#task/contract'
import { apiUrl } from '../../app/api.ts'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { DayInput, EraDate } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Sentence } from '../../parts/sentence.tsx'
import { tell } from '../../parts/undo.tsx'
import style from './plan.module.css'
import { useTaskChange } from './use-task-change.ts'
import { yenText } from './yen.ts'

interface DecisionProps {
  readonly view: TaskPageView
}

/** 決裁 — the paper for it, what was decided, and the place where the director decides or a signed paper is entered. */
export function Decision({ view }: DecisionProps) {
  const t = useWords('plan')
  const language = useLanguage()
  const { task } = view
  const [way, setWay] = useState<'here' | 'paper' | undefined>()
  return (
    <>
      {task.decision && <Decided view={view} />}
      <Acts>
        <Button
          component="a"
          href={apiUrl(`/tasks/${task.taskId}/decision-sheet.pdf?language=${language}`)}
          target="_blank"
          rel="noreferrer"
        >
          {t('decision.sheet')}
        </Button>
        {task.may.decide && way === undefined && (
          <Button variant="filled" onClick={() => setWay('here')}>
            {t('decide')}
          </Button>
        )}
        {task.may.enterDecision && way === undefined && (
          <Button onClick={() => setWay('paper')}>{t('decide.paper')}</Button>
        )}
      </Acts>
      {way && <DecideForm key={task.version} view={view} onPaper={way === 'paper'} onDone={() => setWay(undefined)} />}
    </>
  )
}

function Decided({ view: { task, decidedBy = '' } }: DecisionProps) {
  const t = useWords('plan')
  const language = useLanguage()
  const say = useBilingual()
  const { decision } = task
  if (!decision) return null
  return (
    <div className={style.decided}>
      <p>
        <Sentence
          text={t(decision.personId ? 'decided.paper' : 'decided', {
            ...{ name: decidedBy, outcome: say(outcomes[decision.outcome]), by: decision.enteredBy },
            cost: decision.cost === undefined ? '' : yenText(decision.cost, language),
          })}
          parts={{ day: <EraDate day={decision.decidedOn} weekday={false} /> }}
        />
      </p>
      {decision.words && <p>{t('decided.words', { words: decision.words })}</p>}
      {!decision.holds && <p className={style.warning}>{t('decided.anew')}</p>}
    </div>
  )
}

type Outcome = keyof typeof outcomes
const order = ['approved', 'sent-back', 'refused'] as const

/** The choice, words where it is no approval, and from paper who signed on which day. It stands once it is sent. */
function DecideForm({
  view,
  onPaper,
  onDone,
}: DecisionProps & { readonly onPaper: boolean; readonly onDone: () => void }) {
  const t = useWords('plan')
  const say = useBilingual()
  const { task, choices } = view
  const [outcome, setOutcome] = useState<Outcome | undefined>()
  const [words, setWords] = useState('')
  const [personId, setPersonId] = useState(choices.directors[0]?.id ?? '')
  const [decidedOn, setDecidedOn] = useState<Day | undefined>()
  const change = useTaskChange(task.taskId)
  const lacksWords = outcome !== undefined && outcome !== 'approved' && words.trim() === ''
  const isWhole = outcome !== undefined && !lacksWords && (!onPaper || (personId !== '' && decidedOn !== undefined))
  const paper = onPaper ? { paper: { personId, decidedOn } } : {}
  const send = () =>
    isWhole &&
    change.mutate(
      {
        at: '/decision',
        body: { outcome, version: task.version, ...(words.trim() ? { words: words.trim() } : {}), ...paper },
      },
      {
        onSuccess: () => {
          tell(t('decided.done', { outcome: say(outcomes[outcome]) }))
          onDone()
        },
      },
    )
  return (
    <Form label={t(onPaper ? 'decide.paper' : 'decide')} onSubmit={send} busy={change.isPending}>
      <fieldset className={style.outcomes}>
        <legend>{t('decide.ask', { title: task.title })}</legend>
        {order.map((one) => (
          <label key={one}>
            <input type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)} />
            <span>{say(outcomes[one])}</span>
          </label>
        ))}
      </fieldset>
      {outcome && <p>{t(`decide.means.${outcome}`)}</p>}
      <Textarea
        label={t(outcome === 'approved' || !outcome ? 'decide.words' : 'decide.reason')}
        minRows={2}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {onPaper && (
        <div className={style.pair}>
          <NativeSelect
            label={t('decide.signer')}
            data={choices.directors.map(({ id, name }) => ({ value: id, label: name }))}
            value={personId}
            error={choices.directors.length === 0 ? t('decide.noDirector') : undefined}
            onChange={(event) => setPersonId(event.currentTarget.value)}
          />
          <DayInput label={t('decide.day')} value={decidedOn} onChange={setDecidedOn} />
        </div>
      )}
      <Problem error={change.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={change.isPending} disabled={!isWhole}>
          {t(onPaper ? 'decide.enter' : 'decide.send')}
        </Button>
        <Button onClick={onDone}>{t('close')}</Button>
      </Acts>
    </Form>
  )
}
