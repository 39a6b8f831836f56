import { useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { Section } from '../../parts/page.tsx'
import { AnswerForm } from './answer-form.tsx'
import style from './checklist.module.css'
import { Proposed } from './proposed.tsx'
import type { Row, Sheet } from './queries.ts'

interface RowsProps {
  readonly checklist: string
  readonly sheet: Sheet
  readonly round: number
}

/** The rows of a sheet in the order of the form. */
export function Rows({ checklist, sheet, round }: RowsProps) {
  return sheet.groups.map(({ topic, scope, rows }) => (
    <Section
      key={rows[0]?.itemId}
      title={topic.number === '0' ? topic.title : `${topic.number}　${topic.title}`}
      note={scope}
    >
      <ul className={style.rows}>
        {rows.map((row) => (
          <OneRow key={row.itemId} {...{ checklist, sheet, row, round }} />
        ))}
      </ul>
    </Section>
  ))
}

function OneRow({ checklist, sheet, row, round }: RowsProps & { readonly row: Row }) {
  const t = useWords('assessment')
  const isAsked = row.proposal.reason !== 'no-longer-asked'
  const number = row.printedNumber.confidence === 'seen' ? row.printedNumber.text : ''
  return (
    <li id={row.itemId}>
      <div>
        <p id={`ask-${row.itemId}`} className={style.ask}>
          {number} {row.ask}
        </p>
        <p className={style.marks}>
          {row.addedThisYear && <span>{t('checklist.new')}</span>}
          {row.marks.map((mark) => (
            <span key={mark} data-unsure>
              {mark}
            </span>
          ))}
        </p>
        {row.note && <p className={style.note}>{row.note}</p>}
        <Proposed row={row} />
        <LastYear row={row} />
        {row.contradicted && <p className={style.refused}>{t('checklist.contradicted')}</p>}
        <Others row={row} round={isAsked ? round : 0} />
      </div>
      {isAsked && <AnswerForm key={`${sheet.supplierId}-${round}`} {...{ checklist, sheet, row, round }} />}
    </li>
  )
}

/** 昨年の答え — where one begins to look, with its day; this year's answer is given anew. */
function LastYear({ row: { lastYear } }: { readonly row: Row }) {
  const t = useWords('assessment')
  if (!lastYear) return null
  const { checklist, answer, checkedOn, by } = lastYear
  return (
    <p className={style.note}>
      {t('checklist.lastYear', { checklist, answer: t(`checklist.answer.${answer}`) })}{' '}
      <EraDate day={checkedOn} weekday={false} /> {by}
      <br />
      {t('checklist.lastYear.again')}
    </p>
  )
}

/** What was answered in the other rounds, in one line each. */
function Others({ row, round }: { readonly row: Row; readonly round: number }) {
  const t = useWords('assessment')
  const others = row.answers.filter((answer) => answer.round !== round)
  return others.map((answer) => (
    <p key={answer.round} className={style.note}>
      {t('checklist.round', { round: answer.round })} {t(`checklist.answer.${answer.answer}`)}{' '}
      <EraDate day={answer.checkedOn} weekday={false} /> {answer.by}
    </p>
  ))
}
