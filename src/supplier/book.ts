import { addDays, type Day, dayOf } from '#shared'
import type { QuestionSheetRow, SheetQuestionRow, SupplierAnswerRow } from '#storage'
import type { FactPlace } from './question.ts'
import type { Book } from './store.ts'
import type { AnswerView, AnswerWay, HeldFact, SheetSummary, Verdict } from './wire.ts'
import { lastAnswers, type SupplierAnswer } from './with-answers.ts'

// A sheet is near its due day when there is still time for a call and an answer.
const NEAR_DAYS = 3
// Whoever was reminded is given a week before being reminded again.
const PATIENCE_DAYS = 7

export const placeOf = ({ kind, item_id, field }: SheetQuestionRow): FactPlace => ({ kind, id: item_id, field })

export const isOpen = ({ closed_at }: QuestionSheetRow) => closed_at === null

/** The questions of a sheet, in their order. */
export const questionsOn = ({ sheet_id }: QuestionSheetRow, { questions }: Book) =>
  questions.filter((question) => question.sheet_id === sheet_id)

/** The answer that stands: the last one. */
export function answerTo({ number }: SheetQuestionRow, { answers }: Book): SupplierAnswerRow | undefined {
  return answers.findLast((answer) => answer.number === number)
}

/** A sheet in one line: how far it is, and whether somebody has to be reminded. */
export function summaryOf(sheet: QuestionSheetRow, book: Book, today: Day): SheetSummary {
  const asked = questionsOn(sheet, book)
  const answered = asked.filter((question) => answerTo(question, book)).length
  const remindedOn = book.reminders
    .filter(({ sheet_id }) => sheet_id === sheet.sheet_id)
    .map(({ reminded_on }) => reminded_on)
    .toSorted()
    .at(-1)
  const waits = isOpen(sheet) && answered < asked.length
  const due = !waits
    ? undefined
    : sheet.due_on < today
      ? 'over'
      : sheet.due_on <= addDays(today, NEAR_DAYS)
        ? 'near'
        : undefined
  const replacing = book.sheets.find(({ sheet_id }) => sheet_id === sheet.replaced_by)
  return {
    sheetId: sheet.sheet_id,
    number: sheet.number,
    supplierId: sheet.supplier_id,
    supplierName: sheet.supplier_name,
    issuedOn: sheet.issued_on,
    dueOn: sheet.due_on,
    state: replacing ? 'replaced' : !isOpen(sheet) ? 'closed' : answered === asked.length ? 'complete' : 'open',
    ...(replacing && { replacedBy: replacing.number }),
    asked: asked.length,
    answered,
    ...(due && { due }),
    toRemind: due !== undefined && (remindedOn === undefined || addDays(remindedOn, PATIENCE_DAYS) <= today),
    ...(remindedOn && { remindedOn }),
  }
}

export function answerViewOf(row: SupplierAnswerRow): AnswerView {
  return {
    verdict: row.verdict as Verdict,
    ...(row.value === null ? {} : { value: JSON.parse(row.value) as unknown }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.answered_by === null ? {} : { by: row.answered_by }),
    answeredOn: row.answered_on,
    way: row.way as AnswerWay,
    shareable: row.shared === 1,
    revision: row.revision,
  }
}

/** What the registry held when it was asked whether that is still so. */
export function heldIn({ held, held_on }: SheetQuestionRow): { readonly held?: HeldFact } {
  if (held === null || held_on === null) return {}
  return { held: { value: JSON.parse(held) as unknown, on: held_on } }
}

/** What the assessment sees of it all: what suppliers told, and what they are being asked. */
export interface Answers {
  readonly given: readonly SupplierAnswer[]
  /** Facts asked on an open sheet and not answered yet. */
  readonly asked: readonly FactPlace[]
}

/** A later word that it is not known takes an earlier answer back. */
export function answersIn(book: Book): Answers {
  const sheets = new Map(book.sheets.map((sheet) => [sheet.sheet_id, sheet]))
  const last = new Map(book.answers.map((answer) => [answer.number, answer]))
  const told = book.questions.flatMap((question) => {
    const [sheet, answer] = [sheets.get(question.sheet_id), last.get(question.number)]
    if (!sheet || !answer) return []
    return [{ ...toldBy(question, sheet, answer), verdict: answer.verdict, keptAt: answer.created_at }]
  })
  return {
    given: lastAnswers(told)
      .filter(({ verdict }) => verdict === 'value')
      .map(({ verdict: _, keptAt: __, ...answer }) => answer),
    asked: book.questions
      .filter(({ number, sheet_id }) => !last.has(number) && sheets.get(sheet_id)?.closed_at === null)
      .map(placeOf),
  }
}

function toldBy(question: SheetQuestionRow, sheet: QuestionSheetRow, answer: SupplierAnswerRow): SupplierAnswer {
  return {
    ...placeOf(question),
    name: question.item_name,
    value: answer.value === null ? undefined : (JSON.parse(answer.value) as unknown),
    supplierId: sheet.supplier_id,
    supplierName: sheet.supplier_name,
    ...(answer.answered_by === null ? {} : { by: answer.answered_by }),
    answeredOn: answer.answered_on,
  }
}

/** Facts to which the supplier has said that it does not know, or that they do not concern it, no longer ago than that. */
export function declinedIn(book: Book, since: Day): readonly FactPlace[] {
  return book.questions
    .filter((question) => {
      const answer = answerTo(question, book)
      return answer !== undefined && answer.verdict !== 'value' && answer.answered_on >= since
    })
    .map(placeOf)
}

export const linkLives = (link: { readonly revoked_at: string | null; readonly expires_at: string }, now: string) =>
  link.revoked_at === null && link.expires_at > now

export const createdOn = ({ created_at }: { readonly created_at: string }) => dayOf(created_at)
