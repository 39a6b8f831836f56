import { type Caller, demand } from '#access'
import { dayOf, Refusal } from '#shared'
import { type Ground, note, scopeOf, writerOf } from './ground.ts'
import { refuseEnded } from './keep-answers.ts'
import { holdQuestions, insertReminder } from './store.ts'
import type { RemindRequest } from './wire.ts'

/** 督促した — keeps that a supplier was reminded: when, how, by whom. */
export async function remind(
  ground: Ground,
  caller: Caller,
  sheetId: string,
  { remindedOn, way }: RemindRequest,
): Promise<void> {
  demand(caller, 'supplier.ask')
  const at = ground.clock.now()
  await ground.storage.write(scopeOf(caller), async (change) => {
    const book = await holdQuestions(change)
    const sheet = book.sheets.find(({ sheet_id }) => sheet_id === sheetId)
    if (!sheet) throw new Refusal('not-found', { what: 'question-sheet' })
    refuseEnded(sheet, book)
    if (remindedOn > dayOf(at) || remindedOn < sheet.issued_on)
      throw new Refusal('malformed', { issues: [{ path: 'remindedOn', code: 'day-out-of-range' }] })
    await insertReminder(change, {
      facility_id: caller.facilityId,
      reminder_id: ground.newId(),
      sheet_id: sheetId,
      reminded_on: remindedOn,
      way,
      reminded_by: writerOf(caller),
      created_at: at,
    })
    const subject = { kind: 'question-sheet', id: sheetId } as const
    await note(ground, change, caller, 'supplier.reminded', subject, { remindedOn, way })
  })
}
