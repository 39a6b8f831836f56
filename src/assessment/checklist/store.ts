import type { Change, ChecklistAnswerRow, Reader } from '#storage'
import type { Confirmation } from './contract.ts'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

/** Where an answer stands on the form; the sheet of no supplier has an empty `supplier_id`. */
export type AnswerKey = Pick<ChecklistAnswerRow, 'checklist' | 'sheet' | 'supplier_id' | 'item_id' | 'round'>

/** Every answer to a checklist, with the names of those who gave them. */
export async function readConfirmations(db: Reader, checklist: string): Promise<readonly Confirmation[]> {
  const rows = await db.selectFrom('checklist_answer').selectAll().where('checklist', '=', checklist).execute()
  const accounts = await db.selectFrom('account').select(['account_id', 'display_name']).execute()
  const names = new Map(accounts.map(({ account_id, display_name }) => [account_id, display_name]))
  return rows.map((row) => confirmationOf(row, names.get(row.answered_by) ?? row.answered_by))
}

export function confirmationOf(row: ChecklistAnswerRow, by: string): Confirmation {
  return {
    sheet: row.sheet as Confirmation['sheet'],
    ...(row.supplier_id === '' ? {} : { supplierId: row.supplier_id }),
    itemId: row.item_id,
    round: row.round,
    answer: row.answer as Confirmation['answer'],
    checkedOn: row.checked_on,
    ...(row.target_on === null ? {} : { targetOn: row.target_on }),
    by,
    version: row.version,
  }
}

export async function findAnswer(db: Reader, key: AnswerKey): Promise<ChecklistAnswerRow | undefined> {
  return db
    .selectFrom('checklist_answer')
    .selectAll()
    .where('checklist', '=', key.checklist)
    .where('sheet', '=', key.sheet)
    .where('supplier_id', '=', key.supplier_id)
    .where('item_id', '=', key.item_id)
    .where('round', '=', key.round)
    .executeTakeFirst()
}

export async function insertAnswer(change: Change, row: ChecklistAnswerRow): Promise<void> {
  await change.db.insertInto('checklist_answer').values(row).execute()
}

/** Puts the answer in the place of the version before it. False when that is no longer the version that stands. */
export async function replaceAnswer(change: Change, row: ChecklistAnswerRow): Promise<boolean> {
  const { answer, checked_on, target_on, answered_by, created_at, version } = row
  const query = change.db
    .updateTable('checklist_answer')
    .set({ answer, checked_on, target_on, answered_by, created_at, version })
    .where('checklist', '=', row.checklist)
    .where('sheet', '=', row.sheet)
    .where('supplier_id', '=', row.supplier_id)
    .where('item_id', '=', row.item_id)
    .where('round', '=', row.round)
    .where('version', '=', version - 1)
  return (await query.executeTakeFirst()).numUpdatedRows === 1n
}

/** Takes the answer away. False when another version stands there now, or none. */
export async function deleteAnswer(change: Change, key: AnswerKey, version: number): Promise<boolean> {
  const query = change.db
    .deleteFrom('checklist_answer')
    .where('checklist', '=', key.checklist)
    .where('sheet', '=', key.sheet)
    .where('supplier_id', '=', key.supplier_id)
    .where('item_id', '=', key.item_id)
    .where('round', '=', key.round)
    .where('version', '=', version)
  return (await query.executeTakeFirst()).numDeletedRows === 1n
}
