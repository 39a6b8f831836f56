import type { Caller } from '#access'
import { dayOf, Refusal } from '#shared'
import type { Change, QuestionSheetRow } from '#storage'
import { answerTo, isOpen, placeOf, summaryOf } from './book.ts'
import { type CheckedAnswer, checkAnswers, type Incoming, isSaidAlready, rowFacts } from './check-answers.ts'
import { type Ground, note, scopeOf, writerOf } from './ground.ts'
import { productOf, supplierKey } from './product.ts'
import { codeOf } from './short-code.ts'
import { type Book, holdQuestions, insertAnswer, keepProductAnswer } from './store.ts'
import { endWaiting } from './waiting.ts'
import type { AnswersKept } from './wire.ts'

/**
 * Keeps what a supplier said to the questions of one sheet: all of it or nothing. What was said before in the same
 * words by the same person on the same day is the same paper once more, and changes nothing. What the supplier lets
 * other facilities use is kept for them in the same transaction, without a word of this one.
 */
export async function keepAnswers(
  ground: Ground,
  caller: Caller,
  findSheet: (book: Book) => QuestionSheetRow | undefined,
  incoming: Incoming,
): Promise<AnswersKept> {
  const facility = await ground.registry.loadFacility(scopeOf(caller))
  const at = ground.clock.now()
  const keep = async (change: Change) => {
    const book = await holdQuestions(change)
    const sheet = findSheet(book)
    if (!sheet) throw new Refusal('not-found', { what: 'question-sheet' })
    refuseEnded(sheet, book)
    const checked = checkAnswers(incoming, sheet, book, dayOf(at))
    const news = checked.filter((one) => !isSaidAlready(one, incoming, book))
    for (const one of news) await keepOne(ground, change, caller, { one, incoming, book, at })
    const { asked, answered } = summaryOf(sheet, await holdQuestions(change), dayOf(at))
    if (answered === asked) await endWaiting(ground, change, caller, sheet, 'answered')
    return { sheet, news, result: { kept: news.length, same: checked.length - news.length, asked, answered } }
  }
  if (!incoming.shareable) return (await ground.storage.write(scopeOf(caller), keep)).result
  return ground.storage.write('installation', async (change) => {
    const { sheet, news, result } = await change.within(caller.facilityId, keep)
    for (const { question, value } of news) {
      const product = productOf(facility, placeOf(question))
      if (product === undefined || value === undefined) continue
      await keepProductAnswer(change, {
        supplier_key: supplierKey(sheet.supplier_name),
        supplier_name: sheet.supplier_name,
        product,
        field: question.field,
        value: JSON.stringify(value),
        answered_on: incoming.answeredOn,
        created_at: at,
      })
    }
    return result
  })
}

/** A sheet that has ended takes no answers: they would be dated on questions that are asked elsewhere now. */
export function refuseEnded(sheet: QuestionSheetRow, { sheets }: Book): void {
  if (isOpen(sheet)) return
  const replacing = sheets.find(({ sheet_id }) => sheet_id === sheet.replaced_by)
  const facts = { number: sheet.number, ...(replacing && { replacedBy: replacing.number }) }
  throw new Refusal('conflict', { reason: replacing ? 'sheet-replaced' : 'sheet-closed', ...facts })
}

interface Keeping {
  readonly one: CheckedAnswer
  readonly incoming: Incoming
  readonly book: Book
  readonly at: string
}

async function keepOne(ground: Ground, change: Change, caller: Caller, { one, incoming, book, at }: Keeping) {
  const { question, verdict, value } = one
  const { way, answeredOn, shareable } = incoming
  const revision = (answerTo(question, book)?.revision ?? 0) + 1
  await insertAnswer(change, {
    facility_id: caller.facilityId,
    number: question.number,
    revision,
    ...rowFacts(one, incoming),
    way,
    entered_by: writerOf(caller),
    created_at: at,
  })
  const subject = { kind: 'supplier-question', id: codeOf(question.number) } as const
  const { sheet_id: sheetId, kind, item_id: itemId, field } = question
  const detail = { sheetId, kind, itemId, field, verdict, value, answeredOn, way, shareable, revision }
  await note(ground, change, caller, 'supplier.answered', subject, detail)
}
