import { type Caller, demand } from '#access'
import { dayOf, Refusal } from '#shared'
import { answerTo, placeOf, questionsOn } from './book.ts'
import { type Ground, scopeOf } from './ground.ts'
import { keepAnswers } from './keep-answers.ts'
import { proposalsFor } from './proposals.ts'
import { numberOf } from './short-code.ts'
import { readBook } from './store.ts'
import type { AnswerSheetRequest, AnswersKept, TakeOverRequest } from './wire.ts'
import { readAnswerWorkbook } from './workbook/read-answers.ts'

/** 回答を書き写す — a clerk types what came by fax, code by code. */
export async function answerSheet(
  ground: Ground,
  caller: Caller,
  sheetId: string,
  request: AnswerSheetRequest,
): Promise<AnswersKept> {
  demand(caller, 'supplier.record')
  const incoming = { ...request, way: 'typed' } as const
  return keepAnswers(ground, caller, ({ sheets }) => sheets.find(({ sheet_id }) => sheet_id === sheetId), incoming)
}

/** The Excel file of a sheet, filled in by the supplier. */
export async function answerByWorkbook(
  ground: Ground,
  caller: Caller,
  sheetId: string,
  bytes: Uint8Array,
): Promise<AnswersKept> {
  demand(caller, 'supplier.record')
  const { sheetId: named, number, ...incoming } = await readAnswerWorkbook(bytes, dayOf(ground.clock.now()))
  if (named !== sheetId) {
    const { sheets } = await ground.storage.read(scopeOf(caller), readBook)
    const known = sheets.some(({ sheet_id }) => sheet_id === named)
    const issue = known ? { path: '', code: 'another-sheet', sheet: number } : { path: '', code: 'another-workbook' }
    throw new Refusal('malformed', { reason: 'answers', issues: [issue] })
  }
  return keepAnswers(ground, caller, ({ sheets }) => sheets.find(({ sheet_id }) => sheet_id === sheetId), incoming)
}

/**
 * 引き取る — takes over what the supplier said of the product for every customer, with the day on which it was said. A
 * person has looked that supplier and product are the same; nothing is ever taken over by itself.
 */
export async function takeOver(
  ground: Ground,
  caller: Caller,
  sheetId: string,
  { code }: TakeOverRequest,
): Promise<AnswersKept> {
  demand(caller, 'supplier.record')
  const facility = await ground.registry.loadFacility(scopeOf(caller))
  const book = await ground.storage.read(scopeOf(caller), readBook)
  const sheet = book.sheets.find(({ sheet_id }) => sheet_id === sheetId)
  const question = sheet && questionsOn(sheet, book).find(({ number }) => number === numberOf(code))
  if (!sheet || !question) throw new Refusal('not-found', { what: 'question', code })
  if (answerTo(question, book)) throw new Refusal('conflict', { reason: 'answered', code })
  const proposals = await proposalsFor(ground, facility, sheet.supplier_name, dayOf(ground.clock.now()))
  const proposal = proposals(placeOf(question))
  if (!proposal) throw new Refusal('not-found', { what: 'proposal', code })
  const { value, answeredOn } = proposal
  const answers = [{ code, verdict: 'value', value: value as string }] as const
  const incoming = { answeredOn, shareable: false, way: 'taken-over', answers } as const
  return keepAnswers(ground, caller, ({ sheets }) => sheets.find(({ sheet_id }) => sheet_id === sheetId), incoming)
}
