import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { isProblem } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useIssueAt } from '../sheet/use-issue-at.ts'
import style from './checklist.module.css'
import type { Row, Sheet } from './queries.ts'
import { useAnswer } from './use-answer.ts'

interface AnswerFormProps {
  readonly checklist: string
  readonly sheet: Sheet
  readonly row: Row
  readonly round: number
}

const choices = ['yes', 'no', 'blank'] as const

/** はい・いいえ・空欄, 確認日, 目標日 — a person's answer to one row. A proposal fills in nothing. */
export function AnswerForm({ checklist, sheet, row, round }: AnswerFormProps) {
  const t = useWords('assessment')
  const { draft, waits, error, choose, checkOn, aimAt } = useAnswer({ checklist, sheet, row, round })
  const issueAt = useIssueAt(error)
  const isRefused = isProblem(error, 'malformed')
  const name = `${row.itemId}-${round}`
  return (
    <div className={style.answer}>
      <div className={style.choices} role="radiogroup" aria-labelledby={`ask-${row.itemId}`}>
        {choices.map((choice) => {
          const value = choice === 'blank' ? undefined : choice
          return (
            <label key={choice} data-choice={choice}>
              <input type="radio" name={name} checked={draft.answer === value} onChange={() => choose(value)} />
              <span>{t(`checklist.answer.${choice}`)}</span>
            </label>
          )
        })}
      </div>
      {draft.answer && (
        <div className={style.days}>
          <DayInput
            key={draft.answer}
            label={t('checklist.checkedOn')}
            value={draft.checkedOn}
            onChange={checkOn}
            error={issueAt('checkedOn')}
          />
          {draft.answer === 'no' && (
            <DayInput
              label={t('checklist.targetOn')}
              value={draft.targetOn}
              onChange={aimAt}
              error={issueAt('targetOn')}
            />
          )}
        </div>
      )}
      {waits && <p className={style.waits}>{t('checklist.waits')}</p>}
      {isRefused && issueAt('answer') && (
        <p className={style.refused} role="alert">
          {t('checklist.refused')}
        </p>
      )}
      {!isRefused && <Problem error={error}>{isProblem(error, 'conflict') && <ReadAgain />}</Problem>}
    </div>
  )
}

/** After a conflict: what is stored now takes the place of what was typed. */
function ReadAgain() {
  const t = useWords('assessment')
  const queryClient = useQueryClient()
  return (
    <Button onClick={() => queryClient.resetQueries({ queryKey: ['checklist'] })}>{t('checklist.readAgain')}</Button>
  )
}
