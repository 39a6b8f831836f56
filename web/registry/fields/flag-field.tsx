import { useWords } from '../../app/i18n.ts'
import style from './fields.module.css'

interface AnswerProps {
  readonly name: string
  readonly labelledBy: string
  readonly describedBy?: string | undefined
  readonly value: boolean | undefined
  readonly onChange: (value: boolean | undefined) => void
}

const answers = [
  { value: true, word: 'yes' },
  { value: false, word: 'no' },
  { value: undefined, word: 'unknown' },
] as const

/** はい・いいえ・わからない — "I do not know" is an answer one can see and choose, never an empty box. */
export function Answer({ name, labelledBy, describedBy, value, onChange }: AnswerProps) {
  const t = useWords('parts')
  return (
    <div className={style.answer} role="radiogroup" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {answers.map((each) => (
        <label key={each.word} data-word={each.word}>
          <input type="radio" name={name} checked={value === each.value} onChange={() => onChange(each.value)} />
          <span>{t(`fact.${each.word}`)}</span>
        </label>
      ))}
    </div>
  )
}
