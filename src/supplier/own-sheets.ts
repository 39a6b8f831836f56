import type { Caller } from '#access'
import { dayOf } from '#shared'
import { answerTo, answerViewOf, heldIn, isOpen, questionsOn } from './book.ts'
import { type Ground, scopeOf } from './ground.ts'
import { keepAnswers } from './keep-answers.ts'
import { linkOf } from './links.ts'
import { codeOf, numberOf } from './short-code.ts'
import { readBook } from './store.ts'
import type { AnswersKept, OwnAnswerRequest, OwnSheetsView } from './wire.ts'

/** What the supplier who came by a link is asked: its own open sheets, and nothing of anybody else. */
export async function readOwnSheets(ground: Ground, caller: Caller): Promise<OwnSheetsView> {
  const link = await linkOf(ground, caller)
  const facility = await ground.registry.loadFacility(scopeOf(caller))
  const book = await ground.storage.read(scopeOf(caller), readBook)
  const sheets = book.sheets.filter((sheet) => sheet.supplier_id === link.supplier_id && isOpen(sheet))
  return {
    facility: facility.profile.name,
    sample: facility.sample ?? false,
    supplierName: sheets[0]?.supplier_name ?? '',
    expiresAt: link.expires_at,
    sheets: sheets.map((sheet) => ({
      number: sheet.number,
      issuedOn: sheet.issued_on,
      dueOn: sheet.due_on,
      questions: questionsOn(sheet, book).map((question) => {
        const answer = answerTo(question, book)
        const { kind, item_name: name, field } = question
        const said = answer && { answer: answerViewOf(answer) }
        return { code: codeOf(question.number), kind, name, field, ...heldIn(question), ...said }
      }),
    })),
  }
}

/** One answer of the supplier itself, as of today. A code that is not on its own sheets is on none. */
export async function answerOwn(
  ground: Ground,
  caller: Caller,
  code: string,
  { answeredBy, shareable, ...answer }: OwnAnswerRequest,
): Promise<AnswersKept> {
  const { supplier_id } = await linkOf(ground, caller)
  const answeredOn = dayOf(ground.clock.now())
  const answers = [{ ...answer, code }]
  return keepAnswers(
    ground,
    caller,
    ({ sheets, questions }) => {
      const home = questions.find(({ number }) => number === numberOf(code))?.sheet_id
      return sheets.find((sheet) => sheet.sheet_id === home && sheet.supplier_id === supplier_id)
    },
    { answeredBy, answeredOn, shareable, way: 'link', answers },
  )
}
