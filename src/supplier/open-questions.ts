import { type Caller, demand } from '#access'
import { type Day, dayOf } from '#shared'
import { answerTo, questionsOn, summaryOf } from './book.ts'
import { type Ground, scopeOf } from './ground.ts'
import { type Book, readBook } from './store.ts'
import type { OpenQuestions } from './wire.ts'

/** 回答待ち — how many questions each supplier has before it, since when and until when; who waits longest comes first. */
export async function readOpenQuestions(
  ground: Pick<Ground, 'storage' | 'clock'>,
  caller: Caller,
): Promise<readonly OpenQuestions[]> {
  demand(caller, 'supplier.read')
  return openQuestionsIn(await ground.storage.read(scopeOf(caller), readBook), dayOf(ground.clock.now()))
}

/** A question that was carried on to a newer sheet is open since the day on which it was asked first. */
export function openQuestionsIn(book: Book, today: Day): readonly OpenQuestions[] {
  const lines = book.sheets.flatMap((sheet) => {
    const { state, sheetId, number, supplierId, supplierName, dueOn, due, toRemind } = summaryOf(sheet, book, today)
    const asked = questionsOn(sheet, book).filter((question) => !answerTo(question, book))
    const [since] = asked.map(({ asked_on }) => asked_on).toSorted()
    if (state !== 'open' || since === undefined) return []
    const about = { sheetId, number, supplierId, supplierName, open: asked.length, since, dueOn, toRemind }
    return [{ ...about, ...(due && { due }) }]
  })
  return lines.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.number - b.number))
}
