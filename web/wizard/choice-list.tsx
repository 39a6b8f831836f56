import { Checkbox } from '@mantine/core'
import { useWords } from '../app/i18n.ts'
import { type Answer, type Reply, shownChoices } from './answers.ts'
import type { Question } from './questions.ts'
import style from './wizard.module.css'

interface ChoiceListProps {
  readonly question: Question
  readonly answer: Answer
  readonly onChange: (answer: Answer) => void
}

/** All that apply, as large rows. A row that nobody can answer is marked 「わからない」 and stays open. */
export function ChoiceList({ question, answer, onChange }: ChoiceListProps) {
  const t = useWords('wizard')
  const reply = (key: string, next: Reply) => onChange({ ...answer, [key]: next })
  return (
    <fieldset className={style.choices}>
      <legend>{t('choices.legend')}</legend>
      {shownChoices(question, answer).map(({ key, word, under }) => (
        <div key={key} className={style.choice} data-reply={answer[key] ?? 'no'} data-under={under}>
          <Checkbox
            label={t(word)}
            checked={answer[key] === 'yes'}
            onChange={(event) => reply(key, event.currentTarget.checked ? 'yes' : 'no')}
          />
          <button
            type="button"
            aria-pressed={answer[key] === 'unknown'}
            aria-label={t('unknownOf', { choice: t(word) })}
            onClick={() => reply(key, answer[key] === 'unknown' ? 'no' : 'unknown')}
          >
            {t('unknown')}
          </button>
        </div>
      ))}
      <p className={style.note}>{t('choices.note')}</p>
    </fieldset>
  )
}
