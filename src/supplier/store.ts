import { Refusal } from '#shared'
import {
  type Change,
  INSTALLATION,
  type ProductAnswerRow,
  type QuestionSheetRow,
  type Reader,
  type SheetQuestionRow,
  type SheetReminderRow,
  type SupplierAnswerRow,
  type SupplierLinkRow,
} from '#storage'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

/** Everything a facility asked its suppliers, and what they said. */
export interface Book {
  readonly sheets: readonly QuestionSheetRow[]
  readonly questions: readonly SheetQuestionRow[]
  readonly answers: readonly SupplierAnswerRow[]
  readonly reminders: readonly SheetReminderRow[]
  readonly links: readonly SupplierLinkRow[]
}

export async function readBook(db: Reader): Promise<Book> {
  return {
    sheets: await db.selectFrom('question_sheet').selectAll().orderBy('number', 'desc').execute(),
    questions: await db.selectFrom('sheet_question').selectAll().orderBy('sheet_id').orderBy('position').execute(),
    answers: await db.selectFrom('supplier_answer').selectAll().orderBy('number').orderBy('revision').execute(),
    reminders: await db.selectFrom('sheet_reminder').selectAll().orderBy('created_at', 'desc').execute(),
    links: await db.selectFrom('supplier_link').selectAll().orderBy('created_at', 'desc').execute(),
  }
}

/** Holds the questions of a facility until the change ends: numbers are given and sheets replaced one after the other. */
export async function holdQuestions(change: Change): Promise<Book> {
  const facility = await change.db.selectFrom('facility').select('facility_id').forUpdate().executeTakeFirst()
  if (!facility) throw new Refusal('not-found', { what: 'facility' })
  return readBook(change.db)
}

export async function insertSheet(
  change: Change,
  sheet: QuestionSheetRow,
  questions: readonly SheetQuestionRow[],
): Promise<void> {
  await change.db.insertInto('question_sheet').values(sheet).execute()
  for (const question of questions) await change.db.insertInto('sheet_question').values(question).execute()
}

/** Ends a sheet, once. False when it had ended already. */
export async function markSheetClosed(
  change: Change,
  sheetId: string,
  ending: Pick<QuestionSheetRow, 'closed_at' | 'closed_by' | 'replaced_by'>,
): Promise<boolean> {
  const query = change.db.updateTable('question_sheet').set(ending).where('sheet_id', '=', sheetId)
  return (await query.where('closed_at', 'is', null).executeTakeFirst()).numUpdatedRows === 1n
}

export async function insertAnswer(change: Change, row: SupplierAnswerRow): Promise<void> {
  await change.db.insertInto('supplier_answer').values(row).execute()
}

export async function insertReminder(change: Change, row: SheetReminderRow): Promise<void> {
  await change.db.insertInto('sheet_reminder').values(row).execute()
}

export async function insertLink(change: Change, row: SupplierLinkRow): Promise<void> {
  await change.db.insertInto('supplier_link').values(row).execute()
}

export async function findLink(
  db: Reader,
  by: { readonly tokenHash: string } | { readonly accountId: string } | { readonly linkId: string },
): Promise<SupplierLinkRow | undefined> {
  const all = db.selectFrom('supplier_link').selectAll()
  if ('tokenHash' in by) return all.where('token_hash', '=', by.tokenHash).executeTakeFirst()
  if ('accountId' in by) return all.where('account_id', '=', by.accountId).executeTakeFirst()
  return all.where('link_id', '=', by.linkId).executeTakeFirst()
}

/** Marks it revoked, once. False when somebody did so already. */
export async function markLinkRevoked(change: Change, linkId: string, at: string): Promise<boolean> {
  const query = change.db.updateTable('supplier_link').set({ revoked_at: at }).where('link_id', '=', linkId)
  return (await query.where('revoked_at', 'is', null).executeTakeFirst()).numUpdatedRows === 1n
}

/** The names people are shown by, for what an account did. */
export async function accountNames(db: Reader): Promise<(accountId: string) => string> {
  const accounts = await db.selectFrom('account').select(['account_id', 'display_name']).execute()
  const names = new Map(accounts.map(({ account_id, display_name }) => [account_id, display_name]))
  return (accountId) => names.get(accountId) ?? accountId
}

/** In the scope of the installation: what a supplier said for every customer. */
export async function listProductAnswers(db: Reader, supplierKey: string): Promise<readonly ProductAnswerRow[]> {
  return db.selectFrom('product_answer').selectAll().where('supplier_key', '=', supplierKey).execute()
}

/** In the scope of the installation: keeps the answer of the later day. */
export async function keepProductAnswer(change: Change, row: Omit<ProductAnswerRow, 'facility_id'>): Promise<void> {
  const { value, answered_on, created_at, supplier_name } = row
  await change.db
    .insertInto('product_answer')
    .values({ ...row, facility_id: INSTALLATION })
    .onConflict((conflict) =>
      conflict
        .columns(['facility_id', 'supplier_key', 'product', 'field'])
        .doUpdateSet({ value, answered_on, created_at, supplier_name })
        .where('product_answer.answered_on', '<=', answered_on),
    )
    .execute()
}
