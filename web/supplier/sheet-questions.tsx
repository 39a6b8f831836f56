import { Button } from '@mantine/core'
import { itemKinds, shownFact } from '#registry/contract'
import type { AnswerView, SheetQuestionView, SheetView } from '#supplier/contract'
import { api } from '../app/api.ts'
import { useBilingual, useLanguage, useWords } from '../app/i18n.ts'
import { EraDate } from '../parts/day.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { useChange } from '../parts/use-change.ts'
import { type Draft, draftOf } from './draft.ts'
import { Held } from './held.tsx'
import { QuestionField, useQuestionWords } from './question-field.tsx'
import style from './supplier.module.css'

interface SheetQuestionsProps {
  readonly sheet: SheetView
  readonly mayEnter: boolean
  readonly drafts: ReadonlyMap<string, Draft>
  readonly wanted: string | undefined
  readonly onWrite: (code: string, draft: Draft) => void
}

/** The questions thing by thing, each with its code and what was said to it. */
export function SheetQuestions({ sheet, ...rest }: SheetQuestionsProps) {
  const nameOf = useThingName()
  const things = [...Map.groupBy(sheet.questions, nameOf)]
  return things.map(([thing, questions]) => (
    <section key={thing} aria-label={thing}>
      <h3 className={style.thing}>{thing}</h3>
      {questions.map((question) => (
        <QuestionRow key={question.code} question={question} sheetId={sheet.sheetId} {...rest} />
      ))}
    </section>
  ))
}

/** システム 電子カルテ; of a supplier's own ways its name alone. */
export function useThingName() {
  const say = useBilingual()
  return ({ kind, name }: { readonly kind: string; readonly name: string }) =>
    kind === 'supplier' || !Object.hasOwn(itemKinds, kind) ? name : `${say(itemKinds[kind as 'system'].words)}　${name}`
}

interface QuestionRowProps extends Omit<SheetQuestionsProps, 'sheet'> {
  readonly question: SheetQuestionView
  readonly sheetId: string
}

function QuestionRow({ question, sheetId, mayEnter, drafts, wanted, onWrite }: QuestionRowProps) {
  const t = useWords('supplier')
  const wordsOf = useQuestionWords()
  const { code, kind, field, answer, proposal, held } = question
  const { within, ask, help } = wordsOf(kind, field)
  const draft = drafts.get(code)
  return (
    <div className={style.question} id={`question-${code}`} data-wanted={wanted === code || undefined}>
      <span className={style.code}>{code}</span>
      <div>
        {within && <span className={style.within}>{within}</span>}
        <span className={style.ask} id={`ask-${code}`}>
          {ask}
        </span>
        {help && <p className={style.help}>{help}</p>}
        {held && <Held {...{ kind, field, held }} />}
      </div>
      <div>
        {answer && <Said kind={kind} field={field} answer={answer} />}
        {mayEnter && answer && draft === undefined && (
          <Button aria-label={`${t('said.again')} ${code}`} onClick={() => onWrite(code, draftOf(answer))}>
            {t('said.again')}
          </Button>
        )}
        {mayEnter && proposal && draft === undefined && <Proposal question={question} sheetId={sheetId} />}
        {mayEnter && (!answer || draft !== undefined) && (
          <QuestionField {...{ code, kind, field }} draft={draft ?? {}} onChange={(next) => onWrite(code, next)} />
        )}
      </div>
    </div>
  )
}

function Said({ kind, field, answer }: Pick<SheetQuestionView, 'kind' | 'field'> & { readonly answer: AnswerView }) {
  const t = useWords('supplier')
  const language = useLanguage()
  const { verdict, value, note, by, answeredOn } = answer
  const day = <EraDate day={answeredOn} weekday={false} />
  return (
    <p className={style.said}>
      {t(`said.${verdict}`, { value: verdict === 'value' ? shownFact(kind, field, value, language) : '' })}
      {note && <span className={style.small}>{note}</span>}
      <span className={style.small}>
        <Sentence text={by ? t('said.by', { name: by }) : t('said.taken')} parts={{ day }} />
      </span>
    </p>
  )
}

/** What the supplier said for every customer. It is taken over by a person who says that it is the same, or not at all. */
function Proposal({
  question: { code, kind, field, proposal },
  sheetId,
}: {
  readonly question: SheetQuestionView
  readonly sheetId: string
}) {
  const t = useWords('supplier')
  const language = useLanguage()
  const take = useChange(
    () => api.post(`/question-sheets/${sheetId}/proposals`, { code, sameSupplierAndProduct: true }),
    t('proposal.taken'),
  )
  if (!proposal) return null
  const { value, supplierName, answeredOn } = proposal
  return (
    <div className={style.proposal}>
      <p>
        <Sentence
          text={t('proposal.text', { name: supplierName, value: shownFact(kind, field, value, language) })}
          parts={{ day: <EraDate day={answeredOn} weekday={false} /> }}
        />
      </p>
      <Button loading={take.isPending} onClick={() => take.mutate()}>
        {t('proposal.take')}
      </Button>
      <Problem error={take.error} />
    </div>
  )
}
