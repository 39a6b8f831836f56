import { Button, FileButton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type AnswersKept, numberOf, plainCode, type SheetView } from '#supplier/contract'
import { api } from '../app/api.ts'
import { fileForm } from '../app/file-form.ts'
import { useWords } from '../app/i18n.ts'
import { DayInput } from '../parts/day.tsx'
import { Acts, Form } from '../parts/form.tsx'
import { Problem } from '../parts/problem.tsx'
import { useChange } from '../parts/use-change.ts'
import { type Draft, isWhole, sentOf } from './draft.ts'
import { isWrong, type Wrong } from './queries.ts'
import { SheetQuestions } from './sheet-questions.tsx'
import style from './supplier.module.css'

interface EnterAnswersProps {
  readonly sheet: SheetView
  readonly mayEnter: boolean
}

/** 回答を書き写す — from a fax, code by code, or from the Excel file that came back. All of it is kept or nothing. */
export function EnterAnswers({ sheet, mayEnter }: EnterAnswersProps) {
  const t = useWords('supplier')
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map())
  const [answeredBy, setAnsweredBy] = useState('')
  const [answeredOn, setAnsweredOn] = useState<string | undefined>(sheet.today)
  const [shareable, setShareable] = useState(false)
  const [wanted, setWanted] = useState<string>()
  const whole = [...drafts].filter(([, draft]) => isWhole(draft))
  const told = (kept: AnswersKept | Wrong) =>
    isWrong(kept) ? undefined : kept.kept === 0 ? t('enter.same') : t('enter.saved', { kept: kept.kept })
  const forget = (kept: AnswersKept | Wrong) => isWrong(kept) || setDrafts(new Map())
  const save = useChange(
    () =>
      api.put<AnswersKept | Wrong>(`/question-sheets/${sheet.sheetId}/answers`, {
        ...{ answeredBy, answeredOn, shareable },
        answers: whole.map(([code, draft]) => ({ code, ...sentOf(draft) })),
      }),
    told,
    forget,
  )
  const upload = useChange(
    (file: File) => api.post<AnswersKept | Wrong>(`/question-sheets/${sheet.sheetId}/answers/file`, fileForm(file)),
    told,
    forget,
  )
  const answer = upload.isPending ? undefined : (save.data ?? upload.data)
  const write = (code: string, draft: Draft) => setDrafts(new Map([...drafts, [code, draft]]))
  return (
    <Form onSubmit={() => save.mutate()} busy={save.isPending}>
      {mayEnter && (
        <>
          <p>{t('enter.lead')}</p>
          <div className={style.acts}>
            <FileButton accept=".xlsx" onChange={(file) => file && upload.mutate(file)}>
              {(props) => (
                <Button {...props} loading={upload.isPending}>
                  {t('enter.file')}
                </Button>
              )}
            </FileButton>
          </div>
          <Problem error={upload.error} />
          {answer && isWrong(answer) && <WrongList wrong={answer} />}
          <div className={style.head}>
            <TextInput
              label={t('enter.by')}
              autoComplete="off"
              value={answeredBy}
              onChange={(event) => setAnsweredBy(event.currentTarget.value)}
            />
            <DayInput label={t('enter.on')} value={answeredOn} onChange={setAnsweredOn} />
            <FindCode sheet={sheet} onFound={setWanted} />
          </div>
          <label className={style.share}>
            <input
              type="checkbox"
              checked={shareable}
              onChange={(event) => setShareable(event.currentTarget.checked)}
            />
            <span>{t('enter.share')}</span>
          </label>
        </>
      )}
      <SheetQuestions sheet={sheet} mayEnter={mayEnter} drafts={drafts} wanted={wanted} onWrite={write} />
      {mayEnter && (
        <div className={style.save} data-idle={whole.length === 0 || undefined}>
          <Problem error={save.error} />
          <Acts>
            <Button
              type="submit"
              variant="filled"
              loading={save.isPending}
              disabled={whole.length === 0 || answeredBy.trim() === '' || answeredOn === undefined}
            >
              {t('enter.save', { count: whole.length })}
            </Button>
          </Acts>
        </div>
      )}
    </Form>
  )
}

function WrongList({ wrong: { issues } }: { readonly wrong: Wrong }) {
  const t = useWords('supplier')
  return (
    <div className={style.wrong} role="alert">
      <p>{t('enter.wrong')}</p>
      <ul>
        {issues.map(({ path, sentence }) => (
          <li key={`${path} ${sentence}`}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

/** Five letters from the paper lead to their question; a misread one is told at once. */
function FindCode({ sheet, onFound }: { readonly sheet: SheetView; readonly onFound: (code: string) => void }) {
  const t = useWords('supplier')
  const [typed, setTyped] = useState('')
  const plain = plainCode(typed)
  const isHere = sheet.questions.some(({ code }) => code === plain)
  const error =
    plain.length < 5 || isHere ? undefined : t(numberOf(typed) === undefined ? 'enter.misread' : 'enter.notHere')
  const find = (text: string) => {
    setTyped(text)
    const found = sheet.questions.find(({ code }) => code === plainCode(text))
    if (!found) return
    onFound(found.code)
    const row = document.getElementById(`question-${found.code}`)
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true })
  }
  return (
    <TextInput
      label={t('enter.find')}
      description={t('enter.findHelp')}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      error={error}
      onChange={(event) => find(event.currentTarget.value)}
    />
  )
}
