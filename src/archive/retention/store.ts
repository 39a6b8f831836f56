import type { Change, Reader, RecordKeeperRow, RetentionHoldRow, RetentionRuleRow, RetentionStartRow } from '#storage'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

/** Oldest first: the last about a target stands. */
export async function ruleRows(db: Reader): Promise<readonly RetentionRuleRow[]> {
  return db.selectFrom('retention_rule').selectAll().orderBy('number').execute()
}

export async function insertRule(change: Change, row: RetentionRuleRow): Promise<void> {
  await change.db.insertInto('retention_rule').values(row).execute()
}

/** Oldest first. */
export async function keeperRows(db: Reader): Promise<readonly RecordKeeperRow[]> {
  return db.selectFrom('record_keeper').selectAll().orderBy('number').execute()
}

export async function insertKeeper(change: Change, row: RecordKeeperRow): Promise<void> {
  await change.db.insertInto('record_keeper').values(row).execute()
}

/** Oldest first: the last about an event stands. */
export async function startRows(db: Reader, documentIds: readonly string[]): Promise<readonly RetentionStartRow[]> {
  if (documentIds.length === 0) return []
  const rows = db.selectFrom('retention_start').selectAll().where('document_id', 'in', documentIds)
  return rows.orderBy('number').execute()
}

export async function insertStart(change: Change, row: RetentionStartRow): Promise<void> {
  await change.db.insertInto('retention_start').values(row).execute()
}

/** The holds that are not lifted. */
export async function holdRows(db: Reader, documentIds: readonly string[]): Promise<readonly RetentionHoldRow[]> {
  if (documentIds.length === 0) return []
  const rows = db.selectFrom('retention_hold').selectAll().where('lifted_at', 'is', null)
  return rows.where('document_id', 'in', documentIds).orderBy('placed_at').orderBy('hold_id').execute()
}

export async function insertHold(change: Change, row: RetentionHoldRow): Promise<void> {
  await change.db.insertInto('retention_hold').values(row).execute()
}

/** Undefined where there is no such hold, or it is lifted already. */
export async function liftHoldRow(
  change: Change,
  holdId: string,
  lifted: Pick<RetentionHoldRow, 'lifted_by' | 'lifted_at' | 'lift_reason'>,
): Promise<RetentionHoldRow | undefined> {
  const open = change.db.updateTable('retention_hold').set(lifted).where('hold_id', '=', holdId)
  return open.where('lifted_at', 'is', null).returningAll().executeTakeFirst()
}

/** The names people are shown by, for what an account did. */
export async function namesOfAccounts(db: Reader): Promise<(accountId: string) => string> {
  const accounts = await db.selectFrom('account').select(['account_id', 'display_name']).execute()
  const names = new Map(accounts.map(({ account_id, display_name }) => [account_id, display_name]))
  return (accountId) => names.get(accountId) ?? accountId
}
