import type { Change, Reader, TrustItemRow, TrustStepRow } from '#storage'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

/** All items, newest first. */
export async function itemRows(db: Reader): Promise<readonly TrustItemRow[]> {
  return db.selectFrom('trust_item').selectAll().orderBy('added_at', 'desc').orderBy('item_id').execute()
}

/** What may be believed: confirmed anchors, and what stands under them. */
export async function believedRows(db: Reader): Promise<readonly TrustItemRow[]> {
  const rows = db.selectFrom('trust_item').selectAll().where('state', 'in', ['trusted', 'kept'])
  return rows.orderBy('fingerprint').execute()
}

export async function itemRow(db: Reader, itemId: string): Promise<TrustItemRow | undefined> {
  return db.selectFrom('trust_item').selectAll().where('item_id', '=', itemId).executeTakeFirst()
}

export async function insertItem(change: Change, row: TrustItemRow): Promise<void> {
  await change.db.insertInto('trust_item').values(row).execute()
}

export async function moveItem(change: Change, itemId: string, state: string): Promise<void> {
  await change.db.updateTable('trust_item').set({ state }).where('item_id', '=', itemId).execute()
}

/** All steps of all items, in their order. */
export async function stepRows(db: Reader): Promise<readonly TrustStepRow[]> {
  return db.selectFrom('trust_step').selectAll().orderBy('item_id').orderBy('number').execute()
}

/** Adds a step behind those that are there; the facility is held. */
export async function addStep(change: Change, step: Omit<TrustStepRow, 'number'>): Promise<void> {
  const before = change.db.selectFrom('trust_step').select('number').where('item_id', '=', step.item_id)
  const number = (await before.execute()).length + 1
  await change.db
    .insertInto('trust_step')
    .values({ ...step, number })
    .execute()
}
