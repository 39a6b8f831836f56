import type { Issue } from '#registry'
import { readFact } from '#registry'
import { canonicalJson, type Day, type Json, Refusal } from '#shared'
import type { QuestionSheetRow, SheetQuestionRow, SupplierAnswerRow } from '#storage'
import { answerTo, questionsOn } from './book.ts'
import { numberOf } from './short-code.ts'
import type { Book } from './store.ts'
import type { AnswerWay, GivenAnswer, Verdict } from './wire.ts'
import type { AnswerIssue } from './words/issue.ts'

/** What came in, before anything of it is believed. */
export interface Incoming {
  readonly answeredBy?: string
  readonly answeredOn: Day
  readonly shareable: boolean
  readonly way: AnswerWay
  readonly answers: readonly (GivenAnswer & { readonly cell?: Issue['cell'] })[]
}

/** An answer that may be kept: it belongs to a question and its value is what the field holds. */
export interface CheckedAnswer {
  readonly question: SheetQuestionRow
  readonly verdict: Verdict
  readonly value?: Json
  readonly note?: string
}

type Checked = CheckedAnswer | AnswerIssue

const isIssue = (checked: Checked): checked is AnswerIssue => 'code' in checked

/** Every answer checked against its question; with one thing wrong nothing is kept, and everything wrong is said. */
export function checkAnswers(
  incoming: Incoming,
  sheet: QuestionSheetRow,
  book: Book,
  today: Day,
): readonly CheckedAnswer[] {
  const asked = questionsOn(sheet, book)
  const checked = incoming.answers.map((given) => checkOne(given, sheet, asked, book))
  const fine = checked.filter((one): one is CheckedAnswer => !isIssue(one))
  const issues = [...checked.filter(isIssue), ...checkDay(incoming, fine, today), ...checkTwice(incoming, checked)]
  if (issues.length > 0) throw new Refusal('malformed', { reason: 'answers', issues })
  return [...new Map(fine.map((one) => [one.question.number, one])).values()]
}

function checkOne(
  given: Incoming['answers'][number],
  sheet: QuestionSheetRow,
  asked: readonly SheetQuestionRow[],
  book: Book,
): Checked {
  const at = { path: given.code, ...(given.cell && { cell: given.cell }) }
  const number = numberOf(given.code)
  if (number === undefined) return { ...at, code: 'misread-code' }
  const question = asked.find((one) => one.number === number)
  if (!question) return { ...at, ...strayCode(number, sheet, book) }
  const note = given.note === undefined ? {} : { note: given.note }
  if (given.verdict !== 'value') {
    if (given.verdict === 'not-concerned' && !given.note) return { ...at, code: 'note-missing' }
    return { question, verdict: given.verdict, ...note }
  }
  if (given.value === undefined || given.value === '') return { ...at, code: 'value-missing' }
  const fact = readFact(question.kind, question.field, given.value)
  if ('code' in fact) return { ...at, ...fact }
  return { question, verdict: 'value', value: fact.value as Json, ...note }
}

/** A code of another sheet of the same supplier is told by that sheet; of another supplier nothing is told. */
function strayCode(number: number, { supplier_id }: QuestionSheetRow, { questions, sheets }: Book) {
  const home = questions.find((question) => question.number === number)
  const sheet = home && sheets.find(({ sheet_id }) => sheet_id === home.sheet_id)
  if (sheet?.supplier_id !== supplier_id) return { code: 'unknown-code' } as const
  return { code: 'other-sheet', sheet: sheet.number } as const
}

function checkDay({ answeredOn }: Incoming, fine: readonly CheckedAnswer[], today: Day): readonly AnswerIssue[] {
  if (answeredOn > today) return [{ path: 'answeredOn', code: 'day-in-future', actual: answeredOn }]
  const earliest = fine
    .map(({ question }) => question.asked_on)
    .toSorted()
    .at(-1)
  if (earliest === undefined || answeredOn >= earliest) return []
  return [{ path: 'answeredOn', code: 'day-before-asked', earliest, actual: answeredOn }]
}

function checkTwice({ answers }: Incoming, checked: readonly Checked[]): readonly AnswerIssue[] {
  const said = new Map<number, string>()
  return checked.flatMap((one, index): readonly AnswerIssue[] => {
    if (isIssue(one)) return []
    const text = canonicalJson({ verdict: one.verdict, value: one.value, note: one.note })
    const before = said.get(one.question.number)
    said.set(one.question.number, text)
    const given = answers[index]
    if (before === undefined || before === text || !given) return []
    return [{ path: given.code, ...(given.cell && { cell: given.cell }), code: 'twice' }]
  })
}

/** Whether the very same was said before: a sheet that comes twice changes nothing. */
export function isSaidAlready(one: CheckedAnswer, incoming: Incoming, book: Book): boolean {
  const before = answerTo(one.question, book)
  return before !== undefined && textOf(before) === textOf(rowFacts(one, incoming))
}

type AnswerFacts = Pick<SupplierAnswerRow, 'verdict' | 'value' | 'note' | 'answered_by' | 'answered_on' | 'shared'>

export function rowFacts(one: CheckedAnswer, { answeredBy, answeredOn, shareable }: Incoming): AnswerFacts {
  return {
    verdict: one.verdict,
    value: one.value === undefined ? null : canonicalJson(one.value),
    note: one.note ?? null,
    answered_by: answeredBy ?? null,
    answered_on: answeredOn,
    shared: shareable ? 1 : 0,
  }
}

const textOf = ({ verdict, value, note, answered_by, answered_on, shared }: AnswerFacts) =>
  JSON.stringify([verdict, value, note, answered_by, answered_on, shared])
