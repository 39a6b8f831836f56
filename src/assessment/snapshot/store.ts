import type { Change, Reader, SnapshotRow } from '#storage'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

/** All snapshots, newest first. */
export async function listSnapshots(db: Reader): Promise<readonly SnapshotRow[]> {
  return db.selectFrom('snapshot').selectAll().orderBy('taken_at', 'desc').orderBy('number', 'desc').execute()
}

export async function findSnapshot(db: Reader, snapshotId: string): Promise<SnapshotRow | undefined> {
  return db.selectFrom('snapshot').selectAll().where('snapshot_id', '=', snapshotId).executeTakeFirst()
}

/** The next number of the fiscal year. The facility is held until the change ends, so that no number is given twice. */
export async function nextNumber(change: Change, fiscalYear: number): Promise<number> {
  await change.db.selectFrom('facility').select('facility_id').forUpdate().executeTakeFirst()
  const query = change.db.selectFrom('snapshot').select('number').where('fiscal_year', '=', fiscalYear)
  const last = await query.orderBy('number', 'desc').limit(1).executeTakeFirst()
  return (last?.number ?? 0) + 1
}

export async function insertSnapshot(change: Change, row: SnapshotRow): Promise<void> {
  await change.db.insertInto('snapshot').values(row).execute()
}

/** Marks it approved, once. False when it was approved already. */
export async function markSnapshotApproved(
  change: Change,
  snapshotId: string,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<boolean> {
  const query = change.db.updateTable('snapshot').set({ approved_by: by, approved_at: at })
  const open = query.where('snapshot_id', '=', snapshotId).where('approved_at', 'is', null)
  return (await open.executeTakeFirst()).numUpdatedRows === 1n
}

/** What a journal entry says of the stored file. */
export async function sealedBlob(db: Reader, blobId: string) {
  const query = db.selectFrom('blob').select(['sha256', 'length']).where('blob_id', '=', blobId)
  return query.executeTakeFirstOrThrow()
}
