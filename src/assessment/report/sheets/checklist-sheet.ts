import { dayInFewWords, printable } from '#paper'
import type { ChecklistView } from '../../checklist/wire.ts'
import type { ReportLanguage } from '../report-input.ts'
import { type ChecklistWords, checklistWordsIn } from '../words/checklist.ts'

type Sheet = ChecklistView['sheets'][number]
type Row = Sheet['groups'][number]['rows'][number]

// More names than these push the table off the first page; the screen has them all.
const MOST_THINGS = 12

/** 確認用紙 — one sheet as it is printed: what people answered, and beside an unanswered row what is proposed. */
export function checklistSheet(sheet: Sheet, { language, rounds }: ChecklistView) {
  const words = checklistWordsIn(language)
  const groups = asked(sheet)
  return {
    title: sheet.title,
    isSupplier: sheet.sheet === 'supplier',
    supplier: printable(sheet.supplierName ?? ''),
    things: namesOf(sheet.things, language),
    howTo: sheet.sheet === 'supplier' ? words.howTo.supplier : words.howTo.own,
    groups: groups.map(({ topic, scope, rows }, index) => ({
      topic: topic.number === groups[index - 1]?.topic.number ? '' : headingOf(topic),
      scope: scope === '' ? '' : words.about(scope),
      rows: rows.map((row) => printedRow(row, rounds, words, language)),
    })),
  }
}

/** What left the form is kept on the screen; the paper is the form as it stands. */
function asked({ groups }: Sheet): Sheet['groups'] {
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ proposal }) => proposal.reason !== 'no-longer-asked') }))
    .filter(({ rows }) => rows.length > 0)
}

const headingOf = ({ number, title }: { readonly number: string; readonly title: string }) =>
  number === '0' ? title : `${number}　${title}`

/** An unanswered round is blank: a proposal stands beside the question, never in the place of an answer. */
function printedRow(row: Row, rounds: number, words: ChecklistWords, language: ReportLanguage) {
  const { printedNumber, ask, note = '', marks, answers, proposal, contradicted } = row
  const seen = printedNumber.confidence === 'seen'
  const isProposed = answers.length === 0 && proposal.answer !== undefined
  return {
    number: seen ? printedNumber.text : '',
    ask,
    note,
    marks: [
      ...marks.filter((mark) => seen || mark !== words.unconfirmedNumber),
      ...(row.addedThisYear ? [words.addedThisYear] : []),
    ],
    proposed: isProposed && proposal.answer ? words.proposed(proposal.answer) : '',
    contradicted: contradicted ? words.contradicted : '',
    rounds: Array.from({ length: rounds }, (_, index) => {
      const answer = answers.find(({ round }) => round === index + 1)
      return {
        answer: answer?.answer ?? '',
        checkedOn: answer ? dayInFewWords(answer.checkedOn, language) : '',
        targetOn: answer?.targetOn ? dayInFewWords(answer.targetOn, language) : '',
      }
    }),
  }
}

function namesOf(things: readonly string[], language: ReportLanguage): string {
  const shown = things.slice(0, MOST_THINGS).map(printable)
  return [...shown, ...(things.length > MOST_THINGS ? ['…'] : [])].join(language === 'ja' ? '、' : ', ')
}
