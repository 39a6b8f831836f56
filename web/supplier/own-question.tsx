import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { fieldAt } from '#registry/contract'
import { type AnswersKept, type OwnSheetsView, plainCode } from '#supplier/contract'
import { api, isProblem } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { Problem } from '../parts/problem.tsx'
import { type Draft, draftOf, isSameDraft, isWhole, sentOf } from './draft.ts'
import { Held } from './held.tsx'
import { isWrong, openOwn, type Wrong } from './queries.ts'
import { QuestionField, useQuestionWords } from './question-field.tsx'
import style from './supplier.module.css'
import type { Person } from './who-answers.tsx'

interface OwnQuestionProps {
  readonly question: OwnSheetsView['sheets'][number]['questions'][number]
  readonly person: Person
  readonly token: string
  readonly onSaved: () => void
}

/** One question of a supplier: what is chosen is saved at once, what is written when the box is left. */
export function OwnQuestion({ question, person, token, onSaved }: OwnQuestionProps) {
  const { code, kind, field, answer, held } = question
  const { within, ask, help } = useQuestionWords()(kind, field)
  const [draft, setDraft] = useState<Draft>(draftOf(answer))
  const kept = useRef<Draft>(draftOf(answer))
  const save = useMutation({
    mutationFn: (next: Draft) => sendAgain(token, () => send(code, person, next)),
    onSuccess: (result, next) => {
      if (isWrong(result)) return
      kept.current = next
      onSaved()
    },
  })
  const keep = (next: Draft) => {
    if (isWhole(next) && !isSameDraft(next, kept.current)) save.mutate(next)
  }
  const change = (next: Draft) => {
    setDraft(next)
    if (isChosen(kind, field, next, draft)) keep(next)
  }
  return (
    <div className={style.own}>
      {within && <span className={style.within}>{within}</span>}
      <h3 className={style.ask} id={`ask-${code}`}>
        {ask}
      </h3>
      {help && <p className={style.help}>{help}</p>}
      {held && <Held {...{ kind, field, held }} />}
      <QuestionField {...{ code, kind, field, draft }} onChange={change} onLeave={() => keep(draft)} />
      <Standing draft={draft} kept={kept.current} saving={save.isPending} result={save.data} />
      <Problem error={save.error} />
    </div>
  )
}

const written: readonly string[] = ['text', 'count', 'day']

/** Whether something was chosen rather than written: then there is nothing to wait for. */
function isChosen(kind: string, field: string, next: Draft, before: Draft): boolean {
  if (next.note !== before.note) return false
  if (next.verdict !== 'value' || next.value === 'never') return true
  return !written.includes(fieldAt(kind, field)?.shape.type ?? 'text')
}

interface StandingProps {
  readonly draft: Draft
  readonly kept: Draft
  readonly saving: boolean
  readonly result: AnswersKept | Wrong | undefined
}

function Standing({ draft, kept, saving, result }: StandingProps) {
  const t = useWords('supplier')
  const isKept = kept.verdict !== undefined && isSameDraft(draft, kept)
  const wrong = result && isWrong(result) ? result.issues[0]?.sentence : undefined
  const waits = draft.verdict === 'not-concerned' ? t('own.needsWhy') : t('own.needsValue')
  const text = saving ? t('own.saving') : isKept ? t('own.saved') : (wrong ?? (draft.verdict ? waits : ''))
  return (
    <p
      className={style.kept}
      role="status"
      data-wrong={(!saving && !isKept && wrong !== undefined) || undefined}
      data-waits={!isKept || undefined}
    >
      {text}
    </p>
  )
}

const send = (code: string, person: Person, draft: Draft) =>
  api.put<AnswersKept | Wrong>(`/answer/questions/${plainCode(code)}`, { ...person, ...sentOf(draft) })

/** A session ends after half an hour without a word; the link opens the next one, and the answer goes on its way. */
async function sendAgain<T>(token: string, sendOnce: () => Promise<T>): Promise<T> {
  try {
    return await sendOnce()
  } catch (error) {
    if (!isProblem(error, 'not-signed-in')) throw error
    await openOwn(token)
    return sendOnce()
  }
}
