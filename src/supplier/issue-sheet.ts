import { type Caller, demand } from '#access'
import { type Facility, factValidDays } from '#registry'
import { addDays, canonicalJson, type Day, dayOf, type Json, Refusal } from '#shared'
import type { QuestionSheetRow, SheetQuestionRow } from '#storage'
import { answerTo, declinedIn, isOpen, placeOf, questionsOn, summaryOf } from './book.ts'
import { type Ground, note, scopeOf, writerOf } from './ground.ts'
import { placeText, type Question, questionsOf, type UnknownFact } from './question.ts'
import { codeOf, NUMBERS } from './short-code.ts'
import { type Book, holdQuestions, insertSheet, markSheetClosed } from './store.ts'
import { beginWaiting, endWaiting, ownerFor } from './waiting.ts'
import { type IssueSheetRequest, QUESTIONS_MAX, type SheetSummary } from './wire.ts'
import { registeredAt } from './with-answers.ts'

/**
 * 質問票を出す — freezes what one supplier is to be asked now. A supplier has one sheet at a time: the new one takes the
 * place of those still open and carries on what they asked and nobody answered, with the day it was first asked.
 */
export async function issueSheet(ground: Ground, caller: Caller, request: IssueSheetRequest): Promise<SheetSummary> {
  demand(caller, 'supplier.ask')
  const { supplierId, dueOn } = request
  const at = ground.clock.now()
  const today = dayOf(at)
  if (dueOn <= today) throw new Refusal('malformed', { reason: 'due-day-over' })
  const facility = await ground.registry.loadFacility(scopeOf(caller))
  const supplier = facility.suppliers?.find(({ id }) => id === supplierId)
  if (!supplier) throw new Refusal('not-found', { what: 'supplier', id: supplierId })
  const unknowns = await ground.unknowns(scopeOf(caller))
  const ownerId = await ownerFor(ground, caller)
  return ground.storage.write(scopeOf(caller), async (change) => {
    const book = await holdQuestions(change)
    const open = book.sheets.filter((sheet) => sheet.supplier_id === supplierId && isOpen(sheet))
    const questions = questionsToAsk(facility, unknowns, book, today).get(supplierId) ?? []
    if (questions.length === 0) throw new Refusal('conflict', { reason: 'nothing-to-ask', supplierId })
    const sheet: QuestionSheetRow = {
      facility_id: caller.facilityId,
      sheet_id: ground.newId(),
      number: 1 + Math.max(0, ...book.sheets.map(({ number }) => number)),
      supplier_id: supplierId,
      supplier_name: supplier.name,
      issued_on: today,
      due_on: dueOn,
      issued_at: at,
      issued_by: writerOf(caller),
      closed_at: null,
      closed_by: null,
      replaced_by: null,
    }
    const rows = rowsOf(questions.slice(0, QUESTIONS_MAX), { facility, sheet, book, replaced: open })
    await insertSheet(change, sheet, rows)
    for (const old of open) {
      const ending = { closed_at: at, closed_by: writerOf(caller), replaced_by: sheet.sheet_id }
      await markSheetClosed(change, old.sheet_id, ending)
      await endWaiting(ground, change, caller, old, 'replaced')
    }
    await beginWaiting(ground, change, caller, sheet, ownerId)
    const codes = rows.map(({ number, kind, item_id, field }) => ({
      code: codeOf(number),
      kind,
      itemId: item_id,
      field,
    }))
    const replaces = open.map(({ sheet_id }) => sheet_id)
    await note(
      ground,
      change,
      caller,
      'supplier.sheet-issued',
      { kind: 'question-sheet', id: sheet.sheet_id },
      {
        ...{ number: sheet.number, supplierId, dueOn, replaces, questions: codes },
      },
    )
    return summaryOf(sheet, await holdQuestions(change), today)
  })
}

/** Every question by its supplier that a sheet issued now would ask: missing or stale, and not declined lately. */
export function questionsToAsk(facility: Facility, unknowns: readonly UnknownFact[], book: Book, today: Day) {
  const declined = new Set(declinedIn(book, addDays(today, -factValidDays(facility))).map(placeText))
  return questionsOf(
    facility,
    unknowns.filter((fact) => !declined.has(placeText(fact))),
  )
}

interface Issuing {
  readonly facility: Facility
  readonly sheet: QuestionSheetRow
  readonly book: Book
  readonly replaced: readonly QuestionSheetRow[]
}

function rowsOf(
  questions: readonly Question[],
  { facility, sheet, book, replaced }: Issuing,
): readonly SheetQuestionRow[] {
  const first = 1 + Math.max(-1, ...book.questions.map(({ number }) => number))
  if (first + questions.length > NUMBERS) throw new Refusal('too-large', { limit: NUMBERS, what: 'questions' })
  const waiting = new Map(
    replaced
      .flatMap((old) => questionsOn(old, book))
      .filter((question) => !answerTo(question, book))
      .map((question) => [placeText(placeOf(question)), question.asked_on]),
  )
  return questions.map((question, position) => ({
    facility_id: sheet.facility_id,
    number: first + position,
    sheet_id: sheet.sheet_id,
    position,
    kind: question.kind,
    item_id: question.id,
    item_name: question.name,
    field: question.field,
    requirements: JSON.stringify(question.requirements),
    asked_on: waiting.get(placeText(question)) ?? sheet.issued_on,
    ...heldOf(question, facility, sheet.issued_on),
  }))
}

/** What the registry knows from too long ago is told to the supplier as it is on the day of the sheet. */
function heldOf(question: Question, facility: Facility, on: Day): Pick<SheetQuestionRow, 'held' | 'held_on'> {
  const { registered, staleSince } = registeredAt(facility, question, on)
  return staleSince === undefined
    ? { held: null, held_on: null }
    : { held: canonicalJson(registered as Json), held_on: staleSince }
}

/** Closes a sheet by hand: what was answered stays, what was not is open to be asked again. */
export async function closeSheet(ground: Ground, caller: Caller, sheetId: string): Promise<void> {
  demand(caller, 'supplier.ask')
  await ground.storage.write(scopeOf(caller), async (change) => {
    const book = await holdQuestions(change)
    const sheet = book.sheets.find(({ sheet_id }) => sheet_id === sheetId)
    if (!sheet) throw new Refusal('not-found', { what: 'question-sheet' })
    const ending = { closed_at: ground.clock.now(), closed_by: writerOf(caller), replaced_by: null }
    if (!(await markSheetClosed(change, sheetId, ending)))
      throw new Refusal('conflict', { reason: 'sheet-closed', number: sheet.number })
    await endWaiting(ground, change, caller, sheet, 'closed')
    const { number, supplier_id: supplierId } = sheet
    await note(
      ground,
      change,
      caller,
      'supplier.sheet-closed',
      { kind: 'question-sheet', id: sheetId },
      {
        ...{ number, supplierId },
      },
    )
  })
}
