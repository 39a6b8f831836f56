import { type Caller, demand, may } from '#access'
import { addDays, dayOf, Refusal } from '#shared'
import {
  type Answers,
  answersIn,
  answerTo,
  answerViewOf,
  createdOn,
  heldIn,
  linkLives,
  placeOf,
  questionsOn,
  summaryOf,
} from './book.ts'
import { type FacilityScope, type Ground, scopeOf } from './ground.ts'
import { questionsToAsk } from './issue-sheet.ts'
import { proposalsFor } from './proposals.ts'
import { placeText } from './question.ts'
import { codeOf } from './short-code.ts'
import { accountNames, readBook } from './store.ts'
import type { DisputeView, ReminderWay, SheetView, SuppliersView } from './wire.ts'
import { type Dispute, withAnswers } from './with-answers.ts'

// Two weeks: time for a question to go round a supplier's house once.
const USUAL_DAYS = 14

/** For the assessment: what suppliers told and what they are being asked. Asks for no permission. */
export async function loadAnswers({ storage }: Pick<Ground, 'storage'>, scope: FacilityScope): Promise<Answers> {
  return answersIn(await storage.read(scope, readBook))
}

const mayOf = (caller: Caller) => ({ ask: may(caller, 'supplier.ask'), record: may(caller, 'supplier.record') })

/** 事業者への質問 — every supplier with what is to be asked, what was asked, and what came back. */
export async function readSuppliers(ground: Ground, caller: Caller): Promise<SuppliersView> {
  demand(caller, 'supplier.read')
  const now = ground.clock.now()
  const today = dayOf(now)
  const facility = await ground.registry.loadFacility(scopeOf(caller))
  const unknowns = await ground.unknowns(scopeOf(caller))
  const book = await ground.storage.read(scopeOf(caller), readBook)
  const { given, asked } = answersIn(book)
  const waiting = new Set(asked.map(placeText))
  const toAsk = questionsToAsk(facility, unknowns, book, today)
  return {
    suppliers: (facility.suppliers ?? []).map(({ id, name }) => ({
      supplierId: id,
      name,
      toAsk: (toAsk.get(id) ?? []).filter((question) => !waiting.has(placeText(question))).length,
      sheets: book.sheets.filter(({ supplier_id }) => supplier_id === id).map((sheet) => summaryOf(sheet, book, today)),
      links: book.links
        .filter((link) => link.supplier_id === id && linkLives(link, now))
        .map((link) => ({ linkId: link.link_id, createdOn: createdOn(link), expiresAt: link.expires_at })),
    })),
    disputes: withAnswers(facility, given, today).disputes.map(disputeViewOf),
    usualDueOn: addDays(today, USUAL_DAYS),
    may: mayOf(caller),
  }
}

function disputeViewOf({ answer, registered, staleSince }: Dispute): DisputeView {
  const { kind, id, name, field, value, supplierName, by, answeredOn } = answer
  const said = { answered: value, supplierName, ...(by && { by }), answeredOn }
  return { kind, id, name, field, registered, ...said, ...(staleSince && { staleSince }) }
}

/** 質問票 — one sheet with its questions, answers, reminders, and what may be taken over from other customers. */
export async function readSheet(ground: Ground, caller: Caller, sheetId: string): Promise<SheetView> {
  demand(caller, 'supplier.read')
  const today = dayOf(ground.clock.now())
  const facility = await ground.registry.loadFacility(scopeOf(caller))
  const { book, nameOf } = await ground.storage.read(scopeOf(caller), async (db) => ({
    book: await readBook(db),
    nameOf: await accountNames(db),
  }))
  const sheet = book.sheets.find(({ sheet_id }) => sheet_id === sheetId)
  if (!sheet) throw new Refusal('not-found', { what: 'question-sheet' })
  const proposalOf = await proposalsFor(ground, facility, sheet.supplier_name, today)
  const { name, address, phone } = facility.profile
  return {
    ...summaryOf(sheet, book, today),
    facility: { name, sample: facility.sample ?? false, ...(address && { address }), ...(phone && { phone }) },
    today,
    questions: questionsOn(sheet, book).map((question) => {
      const answer = answerTo(question, book)
      const proposal = answer ? undefined : proposalOf(placeOf(question))
      return {
        code: codeOf(question.number),
        kind: question.kind,
        itemId: question.item_id,
        name: question.item_name,
        field: question.field,
        requirements: JSON.parse(question.requirements) as string[],
        askedOn: question.asked_on,
        ...heldIn(question),
        ...(answer && { answer: answerViewOf(answer) }),
        ...(proposal && { proposal }),
      }
    }),
    reminders: book.reminders
      .filter((reminder) => reminder.sheet_id === sheetId)
      .map((row) => ({ remindedOn: row.reminded_on, way: row.way as ReminderWay, by: nameOf(row.reminded_by) })),
    may: mayOf(caller),
  }
}

/** The sheet on which a code stands, or that has the number: for those who have the paper in hand. */
export async function findSheet(ground: Ground, caller: Caller, number: number): Promise<string> {
  demand(caller, 'supplier.read')
  const { sheets } = await ground.storage.read(scopeOf(caller), readBook)
  const sheet = sheets.find((each) => each.number === number)
  if (!sheet) throw new Refusal('not-found', { what: 'question-sheet', number })
  return sheet.sheet_id
}
